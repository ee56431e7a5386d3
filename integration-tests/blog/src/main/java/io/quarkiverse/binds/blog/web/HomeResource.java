package io.quarkiverse.binds.blog.web;

import java.util.List;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkiverse.binds.BindInfo;
import io.quarkiverse.binds.Binds;

/** Page about the application: its endpoints and its binds. */
@Path("/")
public class HomeResource {

    /** Content of the page. */
    public record Home(String application, List<Endpoint> endpoints, List<BindView> binds) {
    }

    /** Bind; the extension masks the URL. */
    public record BindView(String name, String kind, String url, List<String> entities, List<Setting> settings) {

        static BindView of(BindInfo bind) {
            return new BindView(bind.name(), bind.kind(), bind.url().orElse(null), bind.entities(),
                    bind.settings().stream().map(s -> new Setting(s.key(), s.value(), s.source())).toList());
        }
    }

    /** Setting in effect with its source. */
    public record Setting(String key, String value, String source) {
    }

    @Inject
    Binds binds;

    /** One method instead of two with a media type each: {@code curl} accepts both, and either could be chosen. */
    @GET
    public Response home(@HeaderParam(HttpHeaders.ACCEPT) String accept) {
        Home home = new Home("Quarkus Binds: the blog", Endpoint.ALL, binds.list().stream().map(BindView::of).toList());
        Response.ResponseBuilder answer = accept != null && accept.contains(MediaType.TEXT_HTML)
                ? Response.ok(HomePage.html(home), MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                : Response.ok(home, MediaType.APPLICATION_JSON_TYPE);
        return answer.header(HttpHeaders.VARY, HttpHeaders.ACCEPT).build();
    }
}
