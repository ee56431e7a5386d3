package io.quarkiverse.binds.test.connections;

import java.util.List;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.Reads;
import io.quarkiverse.binds.UnitOfWork;
import io.quarkiverse.binds.UnitOfWorkOptions;

/** Read-only units of work, which replicas may serve. */
@Path("read-only")
public class ReadOnlyResource {

    @Inject
    Db db;

    @GET
    @Path("annotated")
    @UnitOfWork(readOnly = true)
    public List<String> annotated() {
        return names();
    }

    @GET
    @Path("run")
    public List<String> run() {
        return db.call(UnitOfWorkOptions.defaults().asReadOnly(), this::names);
    }

    /** Asks for the port twice by SQL: a unit of work stays on one server. */
    @GET
    @Path("sql")
    @UnitOfWork(readOnly = true)
    public List<Integer> ports() {
        return List.of(port(), port(), port());
    }

    @GET
    @Path("not")
    public List<String> notReadOnly() {
        return names();
    }

    /** Reads its own write in an inner read-only unit of work. */
    @POST
    @Path("own")
    public long ownWrites(@QueryParam("name") String name) {
        db.add(new Note(name));
        db.flush();
        return db.query(Note.class, "name = ?1", name).getResultCount();
    }

    /** How many notes have the name, and the port of the server that has counted them. */
    @GET
    @Path("found")
    @UnitOfWork(readOnly = true)
    public String found(@QueryParam("name") String name) {
        return count(Bind.DEFAULT, "note", name);
    }

    /** How many notes have the name, read without a transaction, which a variable of the server in the query would begin. */
    @GET
    @Path("found-by-statement")
    @UnitOfWork(readOnly = true, reads = Reads.STATEMENT)
    public long foundByStatement(@QueryParam("name") String name) {
        return db.bind(Bind.DEFAULT).sql("select count(*) from note where name = ?", name).one(Long.class);
    }

    /** As {@link #found} for entries of the ledger. */
    @GET
    @Path("found-in-ledger")
    @UnitOfWork(readOnly = true)
    public String foundInLedger(@QueryParam("name") String name) {
        return count("ledger", "entry", name);
    }

    /** Commits an entry and counts it in a read-only unit of work of the same request. */
    @POST
    @Path("ledger")
    public String writeToLedger(@QueryParam("name") String name) {
        db.add(new Entry(name));
        db.commit();
        return db.call(UnitOfWorkOptions.defaults().asReadOnly(), () -> count("ledger", "entry", name));
    }

    private String count(String bind, String table, String name) {
        return db.bind(bind).sql("select concat(count(*), ' at ', @@port) from " + table + " where name = ?", name)
                .one(String.class);
    }

    private List<String> names() {
        return db.query(Note.class, "order by name").getResultList().stream().map(note -> note.name).toList();
    }

    private int port() {
        return db.bind(Bind.DEFAULT).sql("select @@port").one(Integer.class);
    }
}
