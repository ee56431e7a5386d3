package io.quarkiverse.binds.blog.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;

import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.blog.seed.SeedResource;

class EndpointTest {

    private static final List<Class<?>> RESOURCES = List.of(HomeResource.class, UserResource.class, PostResource.class,
            CommentResource.class, PostCommentResource.class, PostBulkResource.class, BulkResource.class, TagResource.class,
            BlogResource.class, ArticleResource.class,
            DatabaseResource.class, SeedResource.class);

    /** The page at / lists all endpoints. */
    @Test
    void allEndpointsAreListed() {
        Set<String> listed = Endpoint.ALL.stream().map(e -> e.method() + " " + e.path().replaceFirst("\\?.*", ""))
                .filter(e -> !e.contains("/q/health")).collect(Collectors.toCollection(TreeSet::new));
        assertThat(listed).isEqualTo(endpoints());
    }

    private static Set<String> endpoints() {
        Set<String> found = new TreeSet<>();
        for (Class<?> resource : RESOURCES) {
            for (Method method : resource.getDeclaredMethods()) {
                for (var annotation : method.getAnnotations()) {
                    HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
                    if (verb != null) {
                        Path path = method.getAnnotation(Path.class);
                        String full = resource.getAnnotation(Path.class).value() + (path == null ? "" : "/" + path.value());
                        found.add(verb.value() + " " + full.replace("//", "/"));
                    }
                }
            }
        }
        return found;
    }
}
