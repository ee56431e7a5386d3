package io.quarkiverse.binds.blog.web;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import io.quarkiverse.binds.PageParams;
import io.quarkiverse.binds.Pagination;
import io.quarkiverse.binds.Selection;
import io.quarkiverse.binds.blog.model.BlogPost;
import io.quarkiverse.binds.blog.store.PostFilter;
import io.quarkiverse.binds.blog.store.PostOrder;
import io.quarkiverse.binds.blog.store.Posts;

/** Posts and the tags on them. */
@Path("/posts")
public class PostResource {

    /** Request body; the author is fixed by the first request. */
    public record Input(String title, String body, Long authorId, List<String> tags) {

        String checkedTitle() {
            return Check.text("title", title, BlogPost.TITLE_LENGTH);
        }

        String checkedBody() {
            return Check.text("body", body, BlogPost.BODY_LENGTH);
        }

        Set<String> checkedTags() {
            return Check.tags(tags);
        }
    }

    /** Post with the name of its author, null if the user is deleted. */
    public record View(Long id, String title, String body, Long authorId, String author, List<String> tags, Instant created,
            Instant updated) {

        static View of(Posts.View post, String author) {
            return new View(post.id(), post.title(), post.body(), post.authorId(), author, post.tags(), post.created(),
                    post.updated());
        }
    }

    /** Posts that match a filter, without their ids. */
    public record SelectionView(String token, long count) {
    }

    @Inject
    Posts posts;

    @Inject
    Authors authors;

    @POST
    public RestResponse<View> create(Input input) {
        Check.body(input);
        String title = input.checkedTitle();
        String body = input.checkedBody();
        Set<String> tags = input.checkedTags();
        Long author = authors.require(input.authorId());
        View post = withAuthor(posts.create(author, title, body, tags));
        return RestResponse.ResponseBuilder.<View> created(URI.create("/posts/" + post.id())).entity(post).build();
    }

    @GET
    public Pagination<View> list(@RestQuery String tag, @RestQuery String author, @RestQuery String sort,
            @BeanParam PageParams page) {
        Pagination<Posts.View> found = posts.list(filter(tag, author), order(sort), page);
        Map<Long, String> names = authors.names(found.getItems(), Posts.View::authorId);
        return found.map(post -> View.of(post, names.get(post.authorId())));
    }

    /** Selects all posts that match, for an action of {@link PostBulkResource}. */
    @GET
    @Path("selection")
    public SelectionView selection(@RestQuery String tag, @RestQuery String author) {
        Selection<BlogPost> selected = posts.selection(filter(tag, author));
        return new SelectionView(selected.token(), selected.count());
    }

    @GET
    @Path("{id}")
    public View get(Long id) {
        return withAuthor(posts.get(id));
    }

    @PUT
    @Path("{id}")
    public View update(Long id, Input input) {
        Check.body(input);
        return withAuthor(posts.update(id, input.checkedTitle(), input.checkedBody(), input.checkedTags()));
    }

    @DELETE
    @Path("{id}")
    public RestResponse<Void> delete(Long id) {
        posts.delete(id);
        return RestResponse.noContent();
    }

    @PUT
    @Path("{id}/tags/{tag}")
    public View addTag(Long id, String tag) {
        return withAuthor(posts.addTag(id, Check.tag(tag)));
    }

    @DELETE
    @Path("{id}/tags/{tag}")
    public View removeTag(Long id, String tag) {
        return withAuthor(posts.removeTag(id, Check.tag(tag)));
    }

    private static PostFilter filter(String tag, String author) {
        return new PostFilter(tag,
                author == null ? null : Long.valueOf(Check.number("author", author, 0, 0, Integer.MAX_VALUE)));
    }

    private static PostOrder order(String sort) {
        return sort == null ? PostOrder.NEWEST
                : PostOrder.of(sort).orElseThrow(() -> new BadRequest(
                        "'sort' must be one of " + String.join(", ", PostOrder.parameters())));
    }

    private View withAuthor(Posts.View post) {
        return View.of(post, authors.name(post.authorId()));
    }
}
