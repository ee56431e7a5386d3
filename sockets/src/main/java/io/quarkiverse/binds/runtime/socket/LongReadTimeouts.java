package io.quarkiverse.binds.runtime.socket;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Keeps the long read timeouts of all sockets by a look at them every few seconds. A timeout of the system's socket costs each
 * read four more calls of the system: the mode of the socket is switched before and after, and the read is tried before the
 * wait and repeated after it. Thread-safe.
 */
final class LongReadTimeouts {

    private static final int LONG_MILLIS = 60_000;
    /** Part of a long timeout by which it can be exceeded: a twelfth at most. */
    private static final int INTERVAL_SECONDS = 5;

    /** Weak, since a socket that was never closed is closed by its channel once it is garbage. */
    private static final Set<DriverSocket> SOCKETS = Collections
            .synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private static final AtomicBoolean PLANNED = new AtomicBoolean();

    private LongReadTimeouts() {
    }

    static boolean isLong(int millis) {
        return millis >= LONG_MILLIS;
    }

    /** Looks at a socket from now on, until it is closed. */
    static void watch(DriverSocket socket) {
        SOCKETS.add(socket);
        plan();
    }

    static void forget(DriverSocket socket) {
        SOCKETS.remove(socket);
    }

    private static void plan() {
        if (PLANNED.compareAndSet(false, true)) {
            Executor later = CompletableFuture.delayedExecutor(INTERVAL_SECONDS, TimeUnit.SECONDS, Runnable::run);
            later.execute(LongReadTimeouts::check);
        }
    }

    private static void check() {
        PLANNED.set(false);
        if (!SOCKETS.isEmpty()) {
            plan();
            endOverdueReads(System.nanoTime());
        }
    }

    /** Ends the reads whose timeout is over at a time of {@link System#nanoTime()}. */
    static void endOverdueReads(long now) {
        List.copyOf(SOCKETS).forEach(socket -> socket.endOverdueRead(now));
    }
}
