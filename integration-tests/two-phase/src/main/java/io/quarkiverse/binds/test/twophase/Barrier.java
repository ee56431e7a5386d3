package io.quarkiverse.binds.test.twophase;

import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

/** Holds a request after its flush and before its commit until the test has changed something at the server. */
@ApplicationScoped
public class Barrier {

    private static final int SECONDS = 30;

    private final SynchronousQueue<String> flushed = new SynchronousQueue<>();
    private final SynchronousQueue<String> goOn = new SynchronousQueue<>();

    /** Reports the request's name and waits. */
    void pass(String name) throws InterruptedException {
        if (!flushed.offer(name, SECONDS, TimeUnit.SECONDS) || goOn.poll(SECONDS, TimeUnit.SECONDS) == null) {
            throw new IllegalStateException("No test waits for " + name);
        }
    }

    /** @return the name of the waiting request, or null if none came in time */
    String awaitFlushed() throws InterruptedException {
        return flushed.poll(SECONDS, TimeUnit.SECONDS);
    }

    /** @return whether a request waited */
    boolean release() throws InterruptedException {
        return goOn.offer("", SECONDS, TimeUnit.SECONDS);
    }
}
