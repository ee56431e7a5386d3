package io.quarkiverse.binds.test.dynamic;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import org.flywaydb.core.Flyway;

import io.quarkiverse.binds.Database;
import io.quarkiverse.binds.DatabaseInitializer;
import io.quarkiverse.binds.test.support.Gates;
import io.quarkiverse.binds.test.support.Thrown;

/** Migrates the archives by Flyway, then waits or fails for the keys that the test has set. */
@ApplicationScoped
@Path("prepare/{key}")
public class ArchiveInitializer implements DatabaseInitializer {

    private final Map<String, Integer> runs = new ConcurrentHashMap<>();
    private final Set<String> failing = ConcurrentHashMap.newKeySet();
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    private final Map<String, Thrown> throwing = new ConcurrentHashMap<>();

    @Override
    public void initialize(Database database, DataSource dataSource) {
        if (!database.bind().equals("archive") || database.key().startsWith("bare")) {
            return;
        }
        runs.merge(database.key(), 1, Integer::sum);
        if (waiting.contains(database.key())) {
            Gates.pass(database.key());
        }
        Flyway.configure().dataSource(dataSource).locations("db/archive").load().migrate();
        if (failing.contains(database.key())) {
            throw new IllegalStateException("There is no papyrus");
        }
        Thrown thrown = throwing.get(database.key());
        if (thrown != null) {
            thrown.now();
        }
    }

    @GET
    public int runs(@PathParam("key") String key) {
        return runs.getOrDefault(key, 0);
    }

    /** Sets the behaviour of the following runs. */
    @PUT
    public void will(@PathParam("key") String key, @QueryParam("fail") boolean fail, @QueryParam("wait") boolean wait,
            @QueryParam("throws") Thrown thrown) {
        set(failing, key, fail);
        set(waiting, key, wait);
        if (thrown == null) {
            throwing.remove(key);
        } else {
            throwing.put(key, thrown);
        }
    }

    private static void set(Set<String> keys, String key, boolean contained) {
        if (contained) {
            keys.add(key);
        } else {
            keys.remove(key);
        }
    }
}
