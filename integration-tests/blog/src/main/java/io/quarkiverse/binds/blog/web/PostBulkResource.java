package io.quarkiverse.binds.blog.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.RestResponse;

import io.quarkiverse.binds.Selection;
import io.quarkiverse.binds.blog.bulk.BulkJobs;
import io.quarkiverse.binds.blog.bulk.BulkWorker;
import io.quarkiverse.binds.blog.model.BlogPost;
import io.quarkiverse.binds.blog.model.BulkJob;
import io.quarkiverse.binds.blog.store.Posts;

/** Actions on many posts. */
@Path("/posts/bulk")
public class PostBulkResource {

    /** Bound for ids of a request: the stored selection contains them. */
    static final int MAX_IDS = 500;

    /**
     * Request body.
     *
     * @param token selection of {@code GET /posts/selection}; or {@code ids}
     * @param without ids that are left out of the token's selection
     * @param ids single posts
     */
    public record Input(String token, List<Long> without, List<Long> ids, String action, String tag) {

        BulkJob.Action checkedAction() {
            return Stream.of(BulkJob.Action.values()).filter(known -> name(known).equals(action)).findFirst()
                    .orElseThrow(() -> new BadRequest("'action' must be one of "
                            + String.join(", ", Stream.of(BulkJob.Action.values()).map(Input::name).toList())));
        }

        private static String name(BulkJob.Action action) {
            return action.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        void checkPosts() {
            if ((token == null) == (ids == null)) {
                throw new BadRequest("Either 'token' or 'ids' is required");
            }
            if (ids != null && (ids.isEmpty() || without != null)) {
                throw new BadRequest(ids.isEmpty() ? "'ids' is empty" : "'without' belongs to 'token', not to 'ids'");
            }
            checkIds("ids", ids, "select all that match instead, and leave out some");
            checkIds("without", without, "select fewer by a filter instead");
        }

        private static void checkIds(String field, List<Long> ids, String cure) {
            if (ids != null && (ids.size() > MAX_IDS || ids.stream().anyMatch(Objects::isNull))) {
                throw new BadRequest(ids.size() > MAX_IDS
                        ? "'" + field + "' has more than " + MAX_IDS + " posts: " + cure
                        : "'" + field + "' has a null");
            }
        }
    }

    @Inject
    Posts posts;

    @Inject
    BulkJobs jobs;

    @Inject
    BulkWorker worker;

    /** Stores the action and returns before it runs; {@code GET /bulk/{id}} has its progress. */
    @POST
    public RestResponse<BulkJobs.View> start(Input input) {
        Check.body(input);
        BulkJob.Action action = input.checkedAction();
        String tag = action == BulkJob.Action.DELETE ? null : Check.tag(input.tag());
        input.checkPosts();
        Selection<BlogPost> selected = input.token() == null ? posts.selection(input.ids())
                : posts.selection(input.token(), input.without() == null ? List.of() : input.without());
        BulkJobs.View job = jobs.create(action, tag, selected);
        worker.start(job.id());
        return RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, job)
                .header(HttpHeaders.LOCATION, "/bulk/" + job.id()).build();
    }
}
