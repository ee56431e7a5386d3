package io.quarkiverse.binds.test.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.Selection;
import io.quarkiverse.binds.SelectionFailedException;
import io.quarkiverse.binds.UnitOfWorkOptions;

/** Selections of the entries of one kind of database, as a front end uses them. */
@Path("{kind}/entries")
public class EntryResource {

    /** Response to a client that selects all. */
    public record Selected(String token, long count) {
    }

    /** Request that acts on a selection. */
    public record Order(String token, List<Long> without, List<Long> with, String cursor, Integer size, Integer failAt) {
    }

    /**
     * @param sessions number of different sessions
     * @param largest largest number of entities in a session
     */
    public record Result(long rows, long count, int chunks, int sessions, int largest, List<Long> progress, String cursor,
            String failure) {
    }

    @Inject
    Db db;

    @Inject
    EntryRows rows;

    @PathParam("kind")
    Kind kind;

    @PUT
    @Path("{count}")
    public void reset(@PathParam("count") int count) {
        rows.reset(kind, count);
    }

    @POST
    @Path("more/{count}")
    public void add(@PathParam("count") int count) {
        rows.add(kind, count);
    }

    @GET
    @Path("ids")
    public List<Long> ids(@QueryParam("number") List<Integer> numbers) {
        return rows.ids(kind, numbers);
    }

    /** @param condition in HQL */
    @GET
    @Path("numbers")
    public List<Integer> numbers(@QueryParam("condition") String condition) {
        return db.session(kind.entry)
                .createSelectionQuery("select e.number from " + kind.entry.getName() + " e where " + condition
                        + " order by e.number", Integer.class)
                .getResultList();
    }

    @GET
    @Path("selection/{query}")
    public Selected select(@PathParam("query") EntryQueries query) {
        Selection<? extends Entry> selection = query.of(db, kind.entry);
        return new Selected(selection.token(), selection.count());
    }

    private <E extends Entry> Selection<E> open(Class<E> entry, Order order) {
        Selection<E> selection = db.openSelection(entry, order.token());
        if (order.without() != null) {
            selection = selection.without(order.without());
        }
        if (order.with() != null) {
            selection = selection.with(order.with());
        }
        return order.cursor() == null ? selection : selection.resumeAt(order.cursor());
    }

    @POST
    @Path("count")
    public long count(Order order) {
        return open(kind.entry, order).count();
    }

    @POST
    @Path("token")
    public Selected token(Order order) {
        Selection<?> selection = open(kind.entry, order);
        return new Selected(selection.token(), selection.count());
    }

    @POST
    @Path("process")
    public Result process(Order order) {
        return process(open(kind.entry, order), order);
    }

    /** Counts in each row how often it was processed. */
    private <E extends Entry> Result process(Selection<E> selection, Order order) {
        Set<Integer> sessions = new HashSet<>();
        List<Long> progress = new ArrayList<>();
        int[] seen = { 0, 0 };
        String[] cursor = { order.cursor() };
        long processed = 0;
        String failure = null;
        try {
            processed = selection.onProgress(done -> {
                progress.add(done.done());
                cursor[0] = done.cursor();
            }).forEachChunk(order.size() == null ? 100 : order.size(), chunk -> {
                seen[0]++;
                sessions.add(System.identityHashCode(db.session(kind.bind())));
                seen[1] = Math.max(seen[1], db.session(kind.bind()).getStatistics().getEntityCount());
                for (E entry : chunk.entities()) {
                    entry.processed++;
                    if (order.failAt() != null && entry.number == order.failAt()) {
                        throw new IllegalStateException("number " + entry.number + " fails");
                    }
                }
            });
        } catch (SelectionFailedException e) {
            failure = e.getMessage() + " / " + e.getCause().getMessage() + " / " + e.done();
            cursor[0] = e.cursor();
        }
        return new Result(processed, selection.count(), seen[0], sessions.size(), seen[1], progress, cursor[0], failure);
    }

    /** The sum of the numbers, read in chunks. */
    @POST
    @Path("sum")
    public long sum(Order order) {
        return sum(open(kind.entry, order), order.size());
    }

    private static <E extends Entry> long sum(Selection<E> selection, int size) {
        long[] sum = { 0 };
        selection.options(UnitOfWorkOptions.defaults().asReadOnly())
                .forEachChunk(size, chunk -> chunk.entities().forEach(entry -> sum[0] += entry.number));
        return sum[0];
    }

    @POST
    @Path("archive")
    public long archive(Order order) {
        return open(kind.entry, order).update("set archived = ?1, title = concat(title, ?2)", true, "!");
    }

    @POST
    @Path("delete")
    public long delete(Order order) {
        return open(kind.entry, order).delete();
    }
}
