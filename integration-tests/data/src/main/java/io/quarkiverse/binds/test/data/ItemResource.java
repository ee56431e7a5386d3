package io.quarkiverse.binds.test.data;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import org.hibernate.Hibernate;
import org.hibernate.graph.GraphSemantic;
import org.hibernate.query.QueryFlushMode;
import org.hibernate.query.SelectionQuery;

import io.quarkiverse.binds.CursorPagination;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.PageParams;
import io.quarkiverse.binds.Pagination;

/** Pages by cursor of the items of one kind of database. */
@Path("{kind}/items")
public class ItemResource {

    public record Line(long id, int number, String label, String parent) {

        static Line of(Item item) {
            return new Line(item.id, item.number, item.label, item.parent() == null ? null : item.parent().label);
        }
    }

    @Inject
    Db db;
    @Inject
    KeysetWalk walk;

    @PathParam("kind")
    Kind kind;

    @PUT
    @Path("random/{seed}")
    public void reset(@PathParam("seed") long seed) {
        walk.reset(kind, seed);
    }

    /** Leaves the numbers from 1 to a count, with labels of few letters. */
    @PUT
    @Path("numbered/{count}")
    public void numbered(@PathParam("count") int count) {
        db.session(kind.item).createMutationQuery("update " + kind.item.getName() + " set parent = null").executeUpdate();
        db.query(kind.item, "").getResultList().forEach(db::delete);
        db.flush();
        for (int number = 1; number <= count; number++) {
            Item item = kind.newItem();
            item.number = number;
            item.label = "label " + number % 3;
            item.tone = Item.Color.values()[number % 3];
            item.tags.add("x");
            item.tags.add("y");
            db.add(item);
        }
        db.commit();
    }

    @PUT
    @Path("walk/{seed}")
    public List<String> walk(@PathParam("seed") long seed, @QueryParam("orders") int orders) {
        return walk.walk(kind, seed, orders);
    }

    /** The parameters of the request, without a parameter of the method. */
    @GET
    public CursorPagination<Line> list() {
        return db.paginateByCursor(db.query(kind.item, "order by number")).map(Line::of);
    }

    @GET
    @Path("sorted")
    public CursorPagination<Line> sorted(@QueryParam("order") String order, @BeanParam PageParams page) {
        return db.paginateByCursor(db.query(kind.item, "order by " + order), page.maxPerPage(1_000_000)).map(Line::of);
    }

    @GET
    @Path("filtered/{least}")
    public CursorPagination<Line> filtered(@PathParam("least") int least, @BeanParam PageParams page) {
        return db.paginateByCursor(db.query(kind.item, "number >= ?1 order by number", least), page).map(Line::of);
    }

    @GET
    @Path("listed")
    public CursorPagination<Line> listed(@QueryParam("label") List<String> labels, @BeanParam PageParams page) {
        return db.paginateByCursor(db.query(kind.item, "label in ?1 order by number", labels), page).map(Line::of);
    }

    @GET
    @Path("criteria/{least}")
    public CursorPagination<Line> criteria(@PathParam("least") int least, @BeanParam PageParams page) {
        return criteria(kind.item, least, page).map(Line::of);
    }

    private <T extends Item> CursorPagination<T> criteria(Class<T> entity, int least, PageParams page) {
        var builder = db.session(entity).getCriteriaBuilder();
        var criteria = builder.createQuery(entity);
        var root = criteria.from(entity);
        criteria.where(builder.ge(root.get("number"), least)).orderBy(builder.desc(root.get("number")));
        return db.paginateByCursor(db.session(entity).createSelectionQuery(criteria), page);
    }

    /** Two parameters without a name, bound in another order than they are used. */
    @GET
    @Path("unnamed")
    public CursorPagination<Line> unnamed(@QueryParam("least") int least, @QueryParam("most") int most,
            @BeanParam PageParams page) {
        return unnamed(kind.item, least, most, page).map(Line::of);
    }

    private <T extends Item> CursorPagination<T> unnamed(Class<T> entity, int least, int most, PageParams page) {
        var builder = db.session(entity).getCriteriaBuilder();
        var criteria = builder.createQuery(entity);
        var root = criteria.from(entity);
        var lower = builder.parameter(Integer.class);
        var upper = builder.parameter(Integer.class);
        criteria.select(root).where(builder.ge(root.get("number"), lower), builder.le(root.get("number"), upper))
                .orderBy(builder.asc(root.get("number")));
        return db.paginateByCursor(db.session(entity).createSelectionQuery(criteria).setParameter(upper, most)
                .setParameter(lower, least), page);
    }

    @GET
    @Path("numbers")
    public Pagination<Line> numbers(@BeanParam PageParams page) {
        return db.paginate(db.query(kind.item, "order by number"), page).map(Line::of);
    }

    /** A complete query, whose entity is named Item; or the reason why it is refused. */
    @GET
    @Path("hql")
    public Object hql(@QueryParam("query") String hql, @QueryParam("max") Integer max,
            @BeanParam PageParams page) {
        try {
            SelectionQuery<?> query = db.session(kind.item)
                    .createSelectionQuery(hql.replaceAll("\\bItem\\b", kind.item.getName()), Object.class);
            if (max != null) {
                query.setMaxResults(max);
            }
            return db.paginateByCursor(query, page).map(item -> Line.of((Item) item));
        } catch (IllegalArgumentException | IllegalStateException e) {
            return Map.of("refused", e.getMessage());
        }
    }

    @GET
    @Path("sql")
    public Map<String, String> sql() {
        try {
            db.paginateByCursor(db.session(kind.item).createNativeQuery("select 1", Object.class));
            return Map.of();
        } catch (IllegalArgumentException e) {
            return Map.of("refused", e.getMessage());
        }
    }

    /** With an entity graph, of which the parent is loaded in the same statement. */
    @GET
    @Path("graph")
    public CursorPagination<Line> graph(@BeanParam PageParams page) {
        return graph(kind.item, page).map(Line::of);
    }

    private <T extends Item> CursorPagination<T> graph(Class<T> entity, PageParams page) {
        var graph = db.session(entity).createEntityGraph(entity);
        graph.addAttributeNodes("parent");
        SelectionQuery<T> query = db.query(entity, "order by number").setEntityGraph(graph,
                GraphSemantic.LOAD);
        CursorPagination<T> found = db.paginateByCursor(query, page);
        for (Item item : found.getItems()) {
            if (item.parent() != null && !Hibernate.isInitialized(item.parent())) {
                throw new IllegalStateException("Parent of " + item.id + " is not loaded");
            }
        }
        return found;
    }

    /** Collections by a fetch join or a graph, of which none is loaded later. */
    @GET
    @Path("fetched")
    public CursorPagination<String> fetched(@QueryParam("join") String join, @BeanParam PageParams page) {
        CursorPagination<? extends Item> found = fetched(kind.item, join, page);
        int loaded = db.session(kind.item).getStatistics().getEntityCount();
        if (loaded > found.getItems().size() + 1) { // one more tells whether there is a next page
            throw new IllegalStateException(loaded + " entities were loaded for a page of " + found.getItems().size());
        }
        return found.map(item -> {
            if (!Hibernate.isInitialized(item.tags)) {
                throw new IllegalStateException("Tags of " + item.id + " are not loaded");
            }
            return item.number + " " + item.tags.stream().sorted().collect(Collectors.joining(","));
        });
    }

    private <T extends Item> CursorPagination<T> fetched(Class<T> entity, String join, PageParams page) {
        if (join.equals("graph")) {
            var graph = db.session(entity).createEntityGraph(entity);
            graph.addAttributeNodes("tags");
            return db.paginateByCursor(db.query(entity, "order by number").setEntityGraph(graph, GraphSemantic.LOAD), page);
        }
        String hql = "select i from " + entity.getName() + " i " + join + " i.tags where i.number > ?1 order by i.number";
        return db.paginateByCursor(db.query(entity, hql, 0), page);
    }

    /** Entities in memory that differ from their rows, as a cursor must be of the rows. */
    @GET
    @Path("changed")
    public CursorPagination<Line> changed(@BeanParam PageParams page) {
        db.query(kind.item, "").getResultList().forEach(item -> item.number = -item.number);
        var query = db.query(kind.item, "order by number").setQueryFlushMode(QueryFlushMode.NO_FLUSH);
        return db.paginateByCursor(query, page).map(Line::of);
    }

    /** The pages next to a page. */
    @GET
    @Path("next")
    public CursorPagination<Line> next(@BeanParam PageParams page) {
        return db.paginateByCursor(db.query(kind.item, "order by number"), page).map(Line::of).next();
    }

    @GET
    @Path("prev")
    public CursorPagination<Line> prev(@BeanParam PageParams page) {
        return db.paginateByCursor(db.query(kind.item, "order by number"), page).map(Line::of).prev();
    }

    /** The cursor of the row that so many rows come before or up to; read by pages, of which none stays in memory. */
    @GET
    @Path("cursor/{rows}")
    public String cursor(@PathParam("rows") int rows, @QueryParam("order") String order) {
        String cursor = null;
        for (int left = rows; left > 0; left -= 5_000) {
            PageParams page = PageParams.ofSize(Math.min(left, 5_000)).after(cursor).maxPerPage(5_000);
            cursor = db.paginateByCursor(db.query(kind.item, "order by " + order), page).getNextCursor();
            db.session(kind.item).clear();
            db.commit(); // the pages of a million rows take longer than the transaction timeout
        }
        return cursor;
    }

    /**
     * Rows that the server has read for the page, by its own counters of this session; for the second time, since the first use
     * of a table may read its statistics.
     */
    @GET
    @Path("cost")
    public Map<String, Object> cost(@QueryParam("order") @DefaultValue("number") String order, @BeanParam PageParams page) {
        db.paginateByCursor(db.query(kind.item, "order by " + order), page);
        db.session(kind.item).clear();
        long own = -rowsRead() + rowsRead();
        long before = rowsRead();
        CursorPagination<? extends Item> read = db.paginateByCursor(db.query(kind.item, "order by " + order), page);
        return Map.of("rows", rowsRead() - before - own, "first", read.getItems().get(0).number,
                "size", read.getItems().size());
    }

    private long rowsRead() {
        var bind = db.bind(kind.bind());
        if (kind == Kind.POSTGRESQL) {
            return bind.sql(
                    "select cast(coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0) as bigint) from pg_stat_xact_user_tables")
                    .one(Long.class);
        }
        return bind.sql("show session status like 'Handler_read%'").maps().stream()
                .mapToLong(row -> Long.parseLong(String.valueOf(row.get("Value")))).sum();
    }
}
