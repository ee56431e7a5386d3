package io.quarkiverse.binds.test.session;

import static io.quarkiverse.binds.Reads.STATEMENT;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.Isolation;
import io.quarkiverse.binds.Reads;
import io.quarkiverse.binds.UnitOfWork;
import io.quarkiverse.binds.UnitOfWorkOptions;
import io.quarkiverse.binds.test.support.Gates;

/** Units of work that read by statement. */
@Path("reads")
public class ReadsResource {

    @Inject
    WriteTools tools;

    @Inject
    Db db;

    @Inject
    TransactionManager transactions;

    @Inject
    ReadOnlyResource reading;

    private interface Use {
        void run(ReadsResource resource, String name) throws Exception;
    }

    /** Uses of a database, each with whether it begins the transaction. */
    private static final Map<String, Use> USES = new TreeMap<>(Map.ofEntries(
            Map.entry("read by key", (r, name) -> r.tools.session().find(Note.class, r.tools.note(name).id)),
            Map.entry("read by Panache", (r, name) -> Note.count("name", name)),
            Map.entry("read of a page", (r, name) -> r.db.paginate(r.db.query(Note.class, "order by id"))),
            Map.entry("read of a stateless session", (r, name) -> r.tools.stateless()
                    .createSelectionQuery("from Note", Note.class).getResultList()),
            Map.entry("read by SQL", (r, name) -> r.sql("select count(*) from note where lower(name) = 'x'")),
            Map.entry("read by JDBC", (r, name) -> r.jdbc()),
            Map.entry("read of a native query", (r, name) -> r.tools.session()
                    .createNativeQuery("select id from note order by id", Long.class).getResultList()),
            Map.entry("lock of an entity", (r, name) -> r.tools.session().find(Note.class, r.tools.note(name).id,
                    LockModeType.PESSIMISTIC_WRITE)),
            Map.entry("lock of a query", (r, name) -> r.tools.session().createSelectionQuery("from Note", Note.class)
                    .setLockMode(LockModeType.PESSIMISTIC_READ).getResultList()),
            Map.entry("lock by SQL", (r, name) -> r.sql("select count(*) from note for update")),
            Map.entry("lock of the session", (r, name) -> r.sql("select get_lock('reads', 0)")),
            Map.entry("lock of the session, released", (r, name) -> r.sql("select release_lock('reads')")),
            Map.entry("lock of a refresh", (r, name) -> r.tools.session().refresh(r.tools.note(name),
                    LockModeType.PESSIMISTIC_WRITE)),
            Map.entry("lock by version", (r, name) -> r.tools.session().lock(r.tools.note(name),
                    LockModeType.PESSIMISTIC_FORCE_INCREMENT)),
            Map.entry("unknown function", (r, name) -> r.sql("select connection_id()")),
            Map.entry("session variable", (r, name) -> r.sql("select @a := 1")),
            Map.entry("statement of JDBC", (r, name) -> {
                try (Connection connection = r.tools.notes().getConnection(); var statement = connection.createStatement()) {
                    statement.executeQuery("select 1").close();
                }
            }),
            Map.entry("unwrapped connection", (r, name) -> {
                try (Connection connection = r.tools.notes().getConnection()) {
                    connection.unwrap(Connection.class);
                }
            }),
            Map.entry("join of the session", (r, name) -> r.tools.session().joinTransaction()),
            Map.entry("begin of Hibernate", (r, name) -> r.tools.session().beginTransaction())));

    private void sql(String sql) {
        db.bind(Bind.DEFAULT).sql(sql).maps();
    }

    private void jdbc() throws SQLException {
        try (Connection connection = tools.notes().getConnection();
                PreparedStatement statement = connection.prepareStatement("select count(*) from note where amount > ?")) {
            statement.setInt(1, 0);
            statement.executeQuery().next();
        }
    }

    @GET
    @Path("uses")
    public List<String> uses() {
        return List.copyOf(USES.keySet());
    }

    /** Whether a use has begun the transaction. */
    @POST
    @Path("use/{use}/{name}")
    @UnitOfWork(reads = STATEMENT)
    public String use(@PathParam("use") String use, @PathParam("name") String name) throws Exception {
        USES.get(use).run(this, name);
        return transaction();
    }

    private String transaction() throws SystemException {
        return transactions.getStatus() == Status.STATUS_NO_TRANSACTION ? "none" : "begun";
    }

    /** Reads, writes in the given way, and rolls back. */
    @POST
    @Path("write/{way}/{name}")
    @UnitOfWork(reads = STATEMENT)
    public String write(@PathParam("way") WriteWay way, @PathParam("name") String name) throws Exception {
        tools.note(name);
        if (!transaction().equals("none")) {
            throw new IllegalStateException("the read has begun the transaction");
        }
        String outcome = EntryPoints.outcome(() -> {
            way.write(tools, name);
            return null;
        });
        String result = transaction() + ", " + outcome;
        db.rollback();
        return result;
    }

    /** Reads as the first use, in four ways, from two databases. */
    @GET
    @Path("four")
    @UnitOfWork(reads = STATEMENT)
    public long four() throws SQLException {
        return reading.read();
    }

    @GET
    @Path("one/{name}")
    @UnitOfWork(reads = STATEMENT)
    public int one(@PathParam("name") String name) {
        return tools.note(name).amount;
    }

    @POST
    @Path("update/{name}")
    @UnitOfWork(reads = STATEMENT)
    public int update(@PathParam("name") String name) {
        Note note = tools.note(name);
        note.amount++;
        db.commit();
        return note.amount;
    }

    /** Changes an entity and finds it by its new value. */
    @GET
    @Path("changed/{name}")
    @UnitOfWork(reads = STATEMENT)
    public String changed(@PathParam("name") String name) throws SystemException {
        tools.note(name).amount = 41;
        long found = Note.count("amount", 41) + db.bind(Bind.DEFAULT).sql("select count(*) from note where amount = 41")
                .one(Long.class);
        return found + ", " + transaction();
    }

    @GET
    @Path("transactional")
    @UnitOfWork(reads = STATEMENT)
    @Transactional
    public String transactional() throws SystemException {
        Note.count();
        return transaction();
    }

    @GET
    @Path("isolated")
    @UnitOfWork(reads = STATEMENT, isolation = Isolation.REPEATABLE_READ)
    public String isolated() throws SystemException {
        Note.count();
        return transaction();
    }

    /** Joins a unit of work that reads by statement, with another way to read. */
    @GET
    @Path("joined")
    @UnitOfWork(reads = STATEMENT)
    public String joined() throws SystemException {
        Note.count();
        String outer = transaction();
        return outer + ", " + db.call(UnitOfWorkOptions.defaults().reads(Reads.TRANSACTION), () -> {
            Note.count();
            return transaction();
        }) + ", " + transaction();
    }

    /** Reads before and after a gate. */
    @POST
    @Path("gate/{name}")
    @UnitOfWork(reads = STATEMENT)
    public long gate(@PathParam("name") String name) {
        Note.count();
        Gates.pass(name);
        return Note.count("name <> ?1", name);
    }

    /** Reads a note, waits, and stores a change of it. */
    @POST
    @Path("slow-update/{name}")
    @UnitOfWork(reads = STATEMENT)
    public String slowUpdate(@PathParam("name") String name) {
        Note note = tools.note(name);
        Gates.pass("slow-" + name);
        note.amount = 7;
        return EntryPoints.outcome(() -> {
            db.commit();
            return null;
        });
    }

    /** Writes while the rows of a query are still read, and rolls back. */
    @POST
    @Path("stream")
    @UnitOfWork(reads = STATEMENT)
    public String stream() throws SystemException {
        long active = 0;
        int rows = 0;
        try (Stream<Note> notes = db.query(Note.class, "order by id").getResultStream()) {
            for (var each = notes.iterator(); each.hasNext(); rows++) {
                db.bind(Bind.DEFAULT).sql("update note set amount = amount + 1 where id = ?", each.next().id).update();
                active = Math.max(active, tools.notes().getMetrics().activeCount());
            }
        }
        String result = rows + " rows, " + active + " connection, " + transaction();
        db.rollback();
        return result;
    }

    /** Commits while the rows of a query are still read, and closes the query while another one reads without a transaction. */
    @POST
    @Path("query-over-commit")
    @UnitOfWork(reads = STATEMENT)
    public String queryOverCommit() throws SQLException {
        String ids = "select id from note";
        try (Connection first = tools.notes().getConnection(); PreparedStatement query = first.prepareStatement(ids)) {
            query.executeQuery().next();
            db.bind(Bind.DEFAULT).sql("update note set amount = 9").update();
            db.commit();
            try (Connection second = tools.notes().getConnection(); PreparedStatement other = second.prepareStatement(ids)) {
                other.executeQuery().next();
                query.close();
                return tools.notes().getMetrics().activeCount() + " connection";
            }
        }
    }

    /** Leaves a connection and a statement open. */
    @POST
    @Path("leak")
    @UnitOfWork(reads = STATEMENT)
    public String leak() throws SQLException, SystemException {
        tools.notes().getConnection().prepareStatement("select id from note").executeQuery();
        return transaction();
    }
}
