package io.quarkiverse.binds.test.dynamic;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Where a unit of work waits until the test lets it go on; the test waits until it is there. */
@Path("gates")
public class Gates {

    private static final Map<String, Gate> GATES = new ConcurrentHashMap<>();

    private record Gate(CountDownLatch reached, CountDownLatch opened) {
    }

    private static Gate gate(String name) {
        return GATES.computeIfAbsent(name, n -> new Gate(new CountDownLatch(1), new CountDownLatch(1)));
    }

    static void pass(String name) {
        gate(name).reached().countDown();
        await(gate(name).opened());
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Nobody came");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @PUT
    @Path("{name}/reached")
    public void awaitReached(@PathParam("name") String name) {
        await(gate(name).reached());
    }

    @PUT
    @Path("{name}/open")
    public void open(@PathParam("name") String name) {
        gate(name).opened().countDown();
    }
}
