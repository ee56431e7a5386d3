package io.quarkiverse.binds.test.data;

import java.util.List;

import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.hibernate.query.NativeQuery;
import org.hibernate.query.SelectionQuery;

import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.PageParams;
import io.quarkiverse.binds.Pagination;

/** Pages of the numbers of one kind of database. */
@Path("{kind}/todos")
public class TodoResource {

    private static final List<Integer> NUMBERS = List.of(1, 2, 3, 5, 8);

    public record Line(int number, int tags) {
    }

    @Inject
    Db db;
    @Inject
    TodoRepositories repositories;
    @Inject
    TodoFetches fetches;

    @PathParam("kind")
    Kind kind;

    /** Leaves the numbers from 1 to a count; number n has n modulo 3 tags. */
    @PUT
    @Path("{count}")
    public void reset(@PathParam("count") int count) {
        db.query(kind.todo, "").getResultList().forEach(db::delete);
        db.flush();
        for (int number = 1; number <= count; number++) {
            Todo todo = newTodo(number);
            for (int tag = 0; tag < number % 3; tag++) {
                todo.tags.add("tag " + tag);
            }
            db.add(todo);
        }
        db.commit();
    }

    private Todo newTodo(int number) {
        Todo todo = switch (kind) {
            case MYSQL -> new TodoOnMySql();
            case MARIADB -> new TodoOnMariaDb();
            case POSTGRESQL -> new TodoOnPostgreSql();
            case H2 -> new TodoOnH2();
        };
        todo.number = number;
        return todo;
    }

    private SelectionQuery<? extends Todo> byNumber() {
        return db.query(kind.todo, "order by number");
    }

    private static Pagination<Line> lines(Pagination<? extends Todo> page) {
        return page.map(todo -> new Line(todo.number, 0));
    }

    /** The parameters of the request, without a parameter of the method. */
    @GET
    public Pagination<Line> list() {
        return lines(db.paginate(byNumber()));
    }

    @GET
    @Path("bound")
    public Pagination<Line> bound(@BeanParam PageParams page) {
        return lines(db.paginate(byNumber(), page.maxPerPage(50)));
    }

    @GET
    @Path("lenient")
    public Pagination<Line> lenient(@BeanParam PageParams page) {
        return lines(db.paginate(byNumber(), page.errorOut(false)));
    }

    @GET
    @Path("uncounted")
    public Pagination<Line> uncounted(@BeanParam PageParams page) {
        return lines(db.paginate(byNumber(), page.count(false)));
    }

    @GET
    @Path("next")
    public Pagination<Line> next(@BeanParam PageParams page) {
        return lines(db.paginate(byNumber(), page.maxPerPage(200)).next());
    }

    @GET
    @Path("prev")
    public Pagination<Line> prev(@BeanParam PageParams page) {
        return lines(db.paginate(byNumber(), page.maxPerPage(200)).prev());
    }

    /** Collections by a left fetch join. */
    @GET
    @Path("fetched")
    public Pagination<Line> fetched(@BeanParam PageParams page) {
        return fetches.page(kind, "left", page);
    }

    /** Collections that are fetched in one of the ways of {@link TodoFetches}. */
    @GET
    @Path("fetched/{way}")
    public Pagination<Line> fetched(@PathParam("way") String way, @BeanParam PageParams page) {
        return fetches.page(kind, way, page);
    }

    @GET
    @Path("sql")
    public Pagination<Line> sql(@BeanParam PageParams page) {
        return lines(db.paginate(db.session(kind.bind())
                .createNativeQuery(
                        "select * from " + kind.table() + " t where t.number > :least order by (t.number)",
                        kind.todo)
                .setParameter("least", 0), page));
    }

    /** The first number that is not less; empty without one. */
    @GET
    @Path("first/{least}")
    public String first(@PathParam("least") int least) {
        return db.first(db.query(kind.todo, "number >= ?1 order by number", least)).map(todo -> "number " + todo.number)
                .orElse("none");
    }

    /** The only number up to a bound, or the kind of the failure. */
    @GET
    @Path("only/{bound}")
    public String only(@PathParam("bound") int bound) {
        try {
            return "number " + db.one(db.query(kind.todo, "number <= ?1", bound)).number;
        } catch (PersistenceException e) {
            return e.getClass().getSimpleName() + ": " + e.getMessage();
        }
    }

    /** The id as the text of the path: the type of the entity's id is another. */
    @GET
    @Path("by-id/{id}")
    public String byId(@PathParam("id") String id) {
        return "number " + db.getOr404(kind.todo, id, "no such todo").number;
    }

    @GET
    @Path("some-id")
    public Long someId() {
        return db.first(byNumber()).orElseThrow().id;
    }

    /** A query whose parameter is a list. */
    @GET
    @Path("listed")
    public Pagination<Line> listed(@BeanParam PageParams page) {
        return lines(db.paginate(db.query(kind.todo, "number in ?1 order by number", NUMBERS), page));
    }

    @GET
    @Path("listed/sql")
    public Pagination<Line> listedBySql(@BeanParam PageParams page) {
        return lines(db.paginate(db.session(kind.bind())
                .createNativeQuery("select * from " + kind.table() + " where number in (:numbers) order by number", kind.todo)
                .setParameterList("numbers", NUMBERS), page));
    }

    /** SQL that can be read, but not counted: two columns of a derived table have the same name. */
    @GET
    @Path("uncountable")
    public List<Object> uncountable() {
        NativeQuery<Object> query = db.session(kind.bind())
                .createNativeQuery("select number, number from " + kind.table() + " order by 1", Object.class);
        String failure = null;
        try {
            db.paginate(query, PageParams.of(1, 2));
        } catch (PersistenceException e) {
            failure = e.getMessage();
        }
        return List.of(String.valueOf(failure), db.paginate(query, PageParams.of(1, 2).count(false)).getItems().size());
    }

    @GET
    @Path("panache")
    public Pagination<Line> panache(@BeanParam PageParams page) {
        return lines(db.paginate(repositories.of(kind).find("number > ?1 order by number desc", 0), page));
    }

    @GET
    @Path("criteria")
    public Pagination<Line> criteria(@BeanParam PageParams page) {
        return lines(criteria(kind.todo, page));
    }

    private <T extends Todo> Pagination<T> criteria(Class<T> entity, PageParams page) {
        var builder = db.session(entity).getCriteriaBuilder();
        var criteria = builder.createQuery(entity);
        var root = criteria.from(entity);
        criteria.where(builder.gt(root.get("number"), 0)).orderBy(builder.asc(root.get("number")));
        return db.paginate(db.session(entity).createSelectionQuery(criteria), page);
    }
}
