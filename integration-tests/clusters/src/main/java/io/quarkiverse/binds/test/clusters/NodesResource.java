package io.quarkiverse.binds.test.clusters;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.UnitOfWork;
import io.quarkiverse.binds.UnitOfWorkOptions;

/** Work to which several nodes of a cluster contribute. */
@Path("nodes")
public class NodesResource {

    private static final int OF_OTHERS = 10;

    @Inject
    Db db;

    /** SQL for the port of the server. */
    @ConfigProperty(name = "nodes.port")
    String port;

    /** The port of the server that writes use. */
    @GET
    @Path("writing")
    public int writing() {
        return db.bind(Bind.DEFAULT).sql("select " + port).one(Integer.class);
    }

    /** How many rows have the name, and the port of the server that has counted them. */
    @GET
    @Path("found")
    @UnitOfWork(readOnly = true)
    public String found(@QueryParam("name") String name) {
        return db.bind(Bind.DEFAULT)
                .sql("select concat(count(*), ' at ', " + port + ") from repeatable_write where name = ?", name)
                .one(String.class);
    }

    /** Commits a message of a number of characters in the log of PostgreSQL. */
    @POST
    @Path("message")
    public void message(@QueryParam("length") int length) {
        db.run(UnitOfWorkOptions.defaults().commitOnSuccess(),
                () -> db.bind(Bind.DEFAULT)
                        .sql("select cast(pg_logical_emit_message(true, 'test', repeat('x', ?)) as text)", length)
                        .one(String.class));
    }

    /**
     * Adds 1 to the amount of a row; in its first attempt another client adds 10 at another node before the commit.
     *
     * @return number of attempts
     */
    @POST
    @Path("conflict")
    public int conflict(@QueryParam("name") String name, @QueryParam("retries") int retries, @QueryParam("other") String url) {
        AtomicInteger attempts = new AtomicInteger();
        db.run(UnitOfWorkOptions.defaults().commitOnSuccess().retries(retries), () -> {
            db.query(RepeatableWrite.class, "name = ?1", name).getSingleResult().amount++;
            db.flush();
            if (attempts.incrementAndGet() == 1) {
                addAt(url, name);
            }
        });
        return attempts.get();
    }

    private static void addAt(String url, String name) {
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement statement = connection
                        .prepareStatement("update repeatable_write set amount = amount + " + OF_OTHERS + " where name = ?")) {
            statement.setString(1, name);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
