package io.quarkiverse.binds.test.session;

import java.sql.Connection;
import java.sql.SQLException;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.CommitPolicy;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.UnitOfWork;
import io.quarkiverse.binds.UnitOfWorkOptions;

/** Writes, in each way, in read-only units of work. */
@Path("read-only-unit")
public class ReadOnlyResource {

    @Inject
    WriteTools tools;

    @Inject
    Db db;

    /** Writes as the first use of a database in the request; the commit afterwards must find no change. */
    @POST
    @Path("request/{way}/{name}")
    @UnitOfWork(readOnly = true)
    public String request(@PathParam("way") WriteWay way, @PathParam("name") String name) {
        return refused(way, name);
    }

    /** Writes after the unit of work has read. */
    @POST
    @Path("request-after-read/{way}/{name}")
    @UnitOfWork(readOnly = true)
    public String requestAfterRead(@PathParam("way") WriteWay way, @PathParam("name") String name) {
        tools.note(name);
        return refused(way, name);
    }

    @POST
    @Path("run/{way}/{name}")
    public String run(@PathParam("way") WriteWay way, @PathParam("name") String name) {
        return db.call(UnitOfWorkOptions.defaults().asReadOnly(), () -> refused(way, name));
    }

    /** Writes in a method whose {@code @Transactional} commits at the end. */
    @POST
    @Path("transactional/{way}/{name}")
    @UnitOfWork(readOnly = true)
    @Transactional
    public String transactional(@PathParam("way") WriteWay way, @PathParam("name") String name) {
        return refused(way, name);
    }

    private String refused(WriteWay way, String name) {
        String outcome = EntryPoints.outcome(() -> {
            way.write(tools, name);
            return null;
        });
        // a refused write may have failed the unit of work; otherwise there is nothing to commit
        EntryPoints.outcome(() -> {
            db.commit();
            return null;
        });
        return outcome;
    }

    /** Changes an entity; the change is found by the flush at the end of the unit of work. */
    @POST
    @Path("policy/{name}")
    @UnitOfWork(readOnly = true, commit = CommitPolicy.ON_SUCCESS)
    public String policy(@PathParam("name") String name) {
        tools.note(name).amount = 2;
        return "changed";
    }

    /** Changes an entity in {@code db.run}, whose caller sees the exception. */
    @POST
    @Path("policy-of-run/{name}")
    public String policyOfRun(@PathParam("name") String name) {
        return EntryPoints.outcome(() -> db.call(UnitOfWorkOptions.defaults().asReadOnly().commitOnSuccess(), () -> {
            tools.note(name).amount = 2;
            return "changed";
        }));
    }

    /** Writes in a transaction of its own, which is not part of the read-only unit of work. */
    @POST
    @Path("inner/{name}")
    @UnitOfWork(readOnly = true)
    public long inner(@PathParam("name") String name) {
        long before = Note.count();
        db.run(() -> {
            db.add(new Note(name));
            db.commit();
        });
        return before;
    }

    @GET
    @Path("read")
    @UnitOfWork(readOnly = true)
    public long read() throws SQLException {
        long notes = Note.count() + Entry.count("text", "none");
        try (Connection connection = tools.notes().getConnection();
                var statement = connection.prepareStatement("select count(*) from note where amount > ?")) {
            statement.setInt(1, -1);
            var rows = statement.executeQuery();
            rows.next();
            return notes + rows.getLong(1) + db.bind("ledger").sql("select count(*) from entry").one(Long.class);
        }
    }

    /** Reads in a unit of work without {@code readOnly}. */
    @GET
    @Path("read-usual")
    public long readUsual() throws SQLException {
        return read();
    }

    @GET
    @Path("sql")
    @UnitOfWork(readOnly = true)
    public String sql(@QueryParam("sql") String sql) {
        return sqlUsual(sql);
    }

    @GET
    @Path("sql-usual")
    public String sqlUsual(@QueryParam("sql") String sql) {
        String[] result = new String[1];
        String outcome = EntryPoints.outcome(() -> {
            result[0] = db.bind(Bind.DEFAULT).sql(sql).one(String.class);
            return null;
        });
        return outcome.equals("returned") ? result[0] : outcome;
    }
}
