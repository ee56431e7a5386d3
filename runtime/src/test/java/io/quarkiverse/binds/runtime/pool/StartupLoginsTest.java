package io.quarkiverse.binds.runtime.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** L18: the number of threads of a start does not depend on the number of binds, unless their servers are silent. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StartupLoginsTest {

    private static final int BINDS = 50;
    private static final int MOST_THREADS = 4;

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final AtomicInteger tasks = new AtomicInteger();

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    private List<String> errors(Function<String, String> login) throws InterruptedException {
        List<String> binds = IntStream.range(0, BINDS).mapToObj(i -> "b" + i).toList();
        return new StartupLogins(binds, login, task -> {
            tasks.incrementAndGet();
            executor.execute(task);
        }).errors();
    }

    @Test
    void fiftyLoginsTakeFewThreads() throws InterruptedException {
        AtomicBoolean first = new AtomicBoolean(true);
        Thread start = Thread.currentThread();
        assertThat(errors(bind -> {
            while (!first.get() && !(tasks.get() >= MOST_THREADS && start.getState() == Thread.State.TIMED_WAITING)
                    && !Thread.currentThread().isInterrupted()) {
                Thread.yield(); // else this thread logs in to all before the others have begun
            }
            first.set(false);
            return null;
        })).isEmpty();
        assertThat(tasks).hasValue(MOST_THREADS);
    }

    @Test
    void errorsOfAllAreInTheOrderOfTheBinds() throws InterruptedException {
        assertThat(errors(bind -> Integer.parseInt(bind.substring(1)) % 20 == 7 ? "No server for " + bind : null))
                .containsExactly("No server for b27", "No server for b47", "No server for b7");
    }

    /** No login ends before all have begun. */
    @Test
    void silentServersAreWaitedForAtTheSameTime() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(BINDS);
        assertThat(errors(bind -> {
            begun.countDown();
            return isDown(begun) ? null : "Only some have begun";
        })).isEmpty();
    }

    private static boolean isDown(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void unforeseenExceptionEndsTheStart() {
        IllegalStateException bug = new IllegalStateException("unforeseen");
        assertThatThrownBy(() -> errors(bind -> {
            throw bug;
        })).hasCause(bug);
    }

    @Test
    void noLoginIsNoWait() throws InterruptedException {
        assertThat(new StartupLogins(List.of(), bind -> "none", executor).errors()).isEmpty();
    }
}
