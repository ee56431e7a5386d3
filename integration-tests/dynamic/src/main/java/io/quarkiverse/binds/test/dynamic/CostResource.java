package io.quarkiverse.binds.test.dynamic;

import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import com.sun.management.ThreadMXBean;

import io.quarkiverse.binds.Databases;

/** Costs of opening databases. */
@Path("cost")
public class CostResource {

    @Inject
    Databases databases;

    /** For each connection and each opening, the time and the memory allocated by their thread, zero in a native executable. */
    public record Cost(List<Double> connectMillis, List<Double> openMillis, List<Double> connectKilobytes,
            List<Double> openKilobytes) {
    }

    /**
     * Connects by the driver alone, and opens a database under another key, in turn.
     *
     * @param jdbc the driver's URL with the credentials
     * @param url the URL of the same database
     */
    @POST
    @Path("opening/{key}")
    public Cost cost(@PathParam("key") String key, @QueryParam("jdbc") String jdbc, @QueryParam("url") String url,
            @QueryParam("times") int times) throws SQLException {
        Cost cost = new Cost(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < times; i++) {
            long bytes = allocated();
            long start = System.nanoTime();
            Connection connection = DriverManager.getConnection(jdbc);
            cost.connectMillis().add((System.nanoTime() - start) / 1e6);
            cost.connectKilobytes().add((allocated() - bytes) / 1024.0);
            connection.close();

            bytes = allocated();
            start = System.nanoTime();
            databases.of("archive").open(key + i, url);
            cost.openMillis().add((System.nanoTime() - start) / 1e6);
            cost.openKilobytes().add((allocated() - bytes) / 1024.0);
        }
        return cost;
    }

    private static long allocated() {
        return ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads
                && threads.isThreadAllocatedMemorySupported() ? threads.getCurrentThreadAllocatedBytes() : 0;
    }

    /** Opens the given number of databases and closes their connections. */
    @POST
    @Path("idle/{key}")
    public void idle(@PathParam("key") String key, @QueryParam("url") String url, @QueryParam("databases") int databases) {
        for (int i = 0; i < databases; i++) {
            this.databases.of("archive").open(key + i, url).dispose();
        }
    }

    /** Opens the given number of databases, each with its first connection. */
    @POST
    @Path("connected/{key}")
    public void connected(@PathParam("key") String key, @QueryParam("url") String url,
            @QueryParam("databases") int databases) {
        for (int i = 0; i < databases; i++) {
            this.databases.of("archive").open(key + i, url);
        }
    }

    @DELETE
    @Path("{key}")
    public void close(@PathParam("key") String key, @QueryParam("databases") int databases) {
        for (int i = 0; i < databases; i++) {
            this.databases.of("archive").close(key + i);
        }
    }
}
