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

/** Migrates the archives by Flyway, and does what else the test wants to be done with one of them. */
@ApplicationScoped
@Path("prepare/{key}")
public class Prepare implements DatabaseInitializer {

    private final Map<String, Integer> runs = new ConcurrentHashMap<>();
    private final Set<String> failing = ConcurrentHashMap.newKeySet();
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();

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
    }

    @GET
    public int runs(@PathParam("key") String key) {
        return runs.getOrDefault(key, 0);
    }

    /** From now on. */
    @PUT
    public void will(@PathParam("key") String key, @QueryParam("fail") boolean fail, @QueryParam("wait") boolean wait) {
        set(failing, key, fail);
        set(waiting, key, wait);
    }

    private static void set(Set<String> keys, String key, boolean contained) {
        if (contained) {
            keys.add(key);
        } else {
            keys.remove(key);
        }
    }
}
