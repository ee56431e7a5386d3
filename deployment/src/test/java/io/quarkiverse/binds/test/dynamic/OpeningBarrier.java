package io.quarkiverse.binds.test.dynamic;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Points of an opening at which one thread waits until the test releases it; further threads pass. */
public final class OpeningBarrier {

    private static final long SECONDS = 20;

    private static final Map<String, OpeningBarrier> PLACES = new ConcurrentHashMap<>();

    private final String place;
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    private OpeningBarrier(String place) {
        this.place = place;
    }

    /** Holds the next thread that reaches the point. */
    public static OpeningBarrier at(String place) {
        OpeningBarrier held = new OpeningBarrier(place);
        PLACES.put(place, held);
        return held;
    }

    /**
     * Called by the opening thread.
     *
     * @return whether it was held
     */
    static boolean pass(String place) {
        OpeningBarrier held = PLACES.remove(place);
        if (held == null) {
            return false;
        }
        held.reached.countDown();
        held.await(held.released);
        return true;
    }

    public void awaitReached() {
        await(reached);
    }

    public void release() {
        released.countDown();
    }

    /** Number of threads that wait for a database while another thread opens it. */
    static long queued() {
        return Thread.getAllStackTraces().values().stream().filter(stack -> Stream.of(stack).anyMatch(
                frame -> frame.getClassName().endsWith("dynamic.DatabaseOpenings") && frame.getMethodName().equals("await")))
                .count();
    }

    private void await(CountDownLatch latch) {
        try {
            if (!latch.await(SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Nobody came to " + place);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
