package io.quarkiverse.binds.test.twophase;

import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

/** Where a request waits, its work flushed and not committed, until the test that sent it has done something to the server. */
@ApplicationScoped
public class Barrier {

    private static final int SECONDS = 30;

    private final SynchronousQueue<String> flushed = new SynchronousQueue<>();
    private final SynchronousQueue<String> goOn = new SynchronousQueue<>();

    /** The request says that it is there, and waits. */
    void pass(String name) throws InterruptedException {
        if (!flushed.offer(name, SECONDS, TimeUnit.SECONDS) || goOn.poll(SECONDS, TimeUnit.SECONDS) == null) {
            throw new IllegalStateException("No test waits for " + name);
        }
    }

    /** @return the name that the request gave, or null if none came */
    String awaitFlushed() throws InterruptedException {
        return flushed.poll(SECONDS, TimeUnit.SECONDS);
    }

    /** @return whether a request waited */
    boolean release() throws InterruptedException {
        return goOn.offer("", SECONDS, TimeUnit.SECONDS);
    }
}
