package io.quarkiverse.binds.test.support;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/**
 * Where a unit of work waits until the test lets it go on; the test waits until it is there. Of an application that indexes
 * this artifact: {@code quarkus.index-dependency.support.artifact-id=quarkus-binds-test-support}.
 */
@Path("gates")
public class Gates {

    private static final long SECONDS = 60;

    private static final Map<String, Gate> GATES = new ConcurrentHashMap<>();

    private record Gate(CountDownLatch reached, CountDownLatch opened) {
    }

    private static Gate gate(String name) {
        return GATES.computeIfAbsent(name, n -> new Gate(new CountDownLatch(1), new CountDownLatch(1)));
    }

    /** For the unit of work: waits until the gate is opened. */
    public static void pass(String name) {
        gate(name).reached().countDown();
        await(name, gate(name).opened());
    }

    private static void await(String name, CountDownLatch latch) {
        try {
            if (!latch.await(SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Not within " + SECONDS + " s at gate " + name);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @PUT
    @Path("{name}/reached")
    public void awaitReached(@PathParam("name") String name) {
        await(name, gate(name).reached());
    }

    @PUT
    @Path("{name}/open")
    public void open(@PathParam("name") String name) {
        gate(name).opened().countDown();
    }
}
