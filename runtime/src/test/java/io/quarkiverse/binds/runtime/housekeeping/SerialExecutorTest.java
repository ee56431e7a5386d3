package io.quarkiverse.binds.runtime.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.agroal.api.AgroalDataSourceListener;
import io.quarkiverse.binds.test.support.Await;

/** L18: the background tasks of many pools on a few threads. */
class SerialExecutorTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final HousekeepingThreads threads = new HousekeepingThreads();
    private final List<PoolExecutor> open = new ArrayList<>();
    private final List<Throwable> warnings = new CopyOnWriteArrayList<>();
    private final AtomicInteger forgotten = new AtomicInteger();
    private final ThreadLocal<Boolean> borrowing = ThreadLocal.withInitial(() -> false);

    private SerialExecutor pool() {
        HousekeptPool pool = new HousekeptPool() {
            @Override
            public boolean isBorrowing() {
                return borrowing.get();
            }

            @Override
            public void forgetClosed() {
                forgotten.incrementAndGet();
            }
        };
        AgroalDataSourceListener listener = new AgroalDataSourceListener() {
            @Override
            public void onWarning(Throwable throwable) {
                warnings.add(throwable);
            }
        };
        SerialExecutor executor = new SerialExecutor(pool, new AgroalDataSourceListener[] { listener }, threads);
        open.add(executor);
        return executor;
    }

    @AfterEach
    void close() {
        open.forEach(PoolExecutor::shutdownNow);
        assertThat(threads.pools()).isZero();
        Await.until("the threads have ended", LONG, () -> names().isEmpty());
    }

    private static List<String> names() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName)
                .filter(name -> name.startsWith("binds-housekeeping")).toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void urgentTasksRunBeforeOthersAndAllInOrder() {
        SerialExecutor pool = pool();
        CountDownLatch begun = new CountDownLatch(1);
        List<String> ran = new CopyOnWriteArrayList<>();
        pool.execute(() -> await(begun));
        pool.execute(() -> ran.add("a"));
        pool.execute(() -> ran.add("b"));
        pool.executeNow(() -> {
            ran.add("urgent 1");
        });
        Future<Boolean> second = pool.executeNow(() -> ran.add("urgent 2"));

        begun.countDown();

        Await.until("all have run", LONG, () -> ran.size() == 4);
        assertThat(ran).containsExactly("urgent 1", "urgent 2", "a", "b");
        assertThat(second).isDone();
        Await.until("closed connections are forgotten", LONG, () -> forgotten.get() == 1);
    }

    @Test
    void handleIsCreatedInTheThreadOfTheBorrower() throws Exception {
        SerialExecutor pool = pool();
        CountDownLatch end = new CountDownLatch(1);
        pool.execute(() -> await(end));
        borrowing.set(true);

        Future<Thread> created = pool.executeNow(Thread::currentThread);

        assertThat(created.get()).isSameAs(Thread.currentThread());
        borrowing.set(false);
        end.countDown();
        assertThat(pool.executeNow(Thread::currentThread).get().getName()).startsWith("binds-housekeeping-");
    }

    @Test
    void hundredPoolsShareFewThreads() {
        Set<String> ranOn = ConcurrentHashMap.newKeySet();
        CountDownLatch all = new CountDownLatch(200);
        for (int i = 0; i < 100; i++) {
            SerialExecutor pool = pool();
            Runnable task = () -> {
                ranOn.add(Thread.currentThread().getName());
                all.countDown();
            };
            pool.execute(task);
            pool.schedule(task, 50, TimeUnit.MILLISECONDS);
            pool.schedule(task, 1, TimeUnit.HOURS);
        }

        await(all);

        assertThat(ranOn).as("one, on a machine that is not too busy").hasSizeLessThanOrEqualTo(8);
        assertThat(names()).hasSizeLessThanOrEqualTo(9);
    }

    @Test
    void waitingPoolsDelayNoOther() {
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger waiting = new AtomicInteger();
        for (int i = 0; i < 5; i++) {
            pool().execute(() -> {
                waiting.incrementAndGet();
                await(end);
            });
        }
        CountDownLatch ran = new CountDownLatch(1);
        SerialExecutor other = pool();

        other.execute(ran::countDown);

        await(ran);
        assertThat(waiting).hasValue(5);
        end.countDown();
    }

    /** No more threads than a fixed number, even if every server is silent; the tasks run as soon as one answers. */
    @Test
    void threadsAreLimitedWhileAllPoolsWait() {
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger waiting = new AtomicInteger();
        IntStream.range(0, 12).forEach(i -> pool().execute(() -> {
            waiting.incrementAndGet();
            await(end);
        }));
        Await.until("threads are added", LONG, () -> waiting.get() == 8);

        end.countDown();

        Await.until("all have run", LONG, () -> waiting.get() == 12);
        assertThat(names()).hasSizeLessThanOrEqualTo(9);
    }

    @Test
    void failedTaskIsReportedAndTheNextRuns() {
        SerialExecutor pool = pool();
        CountDownLatch next = new CountDownLatch(1);
        pool.execute(() -> {
            throw new IllegalStateException("task");
        });
        pool.execute(next::countDown);

        await(next);

        assertThat(warnings).extracting(Throwable::getMessage).containsExactly("task");
    }

    /** A borrower whose timeout is over cancels the creation of its connection. */
    @Test
    void cancelledTaskDoesNotInterruptTheNext() throws Exception {
        SerialExecutor pool = pool();
        CountDownLatch begun = new CountDownLatch(1);
        Future<Object> creation = pool.executeNow(() -> {
            begun.countDown();
            try {
                return new CountDownLatch(1).await(LONG.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // as a driver leaves it
                return null;
            }
        });
        await(begun);
        Future<Boolean> next = pool.executeNow(() -> Thread.currentThread().isInterrupted());

        creation.cancel(true);

        assertThat(next.get()).isFalse();
    }

    @Test
    void closedPoolReturnsItsTasksAndRunsNoOther() throws Exception {
        SerialExecutor pool = pool();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        List<String> ran = new CopyOnWriteArrayList<>();
        pool.execute(() -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await(LONG.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                interrupted.countDown();
                Thread.currentThread().interrupt(); // as a driver leaves it
            }
        });
        await(begun);
        Runnable left = () -> ran.add("left");
        pool.execute(left);
        Future<Boolean> waitedFor = pool.executeNow(() -> ran.add("urgent"));
        ScheduledFuture<?> delayed = pool.schedule(left, 1, TimeUnit.HOURS);
        SerialExecutor other = pool();

        List<Runnable> returned = pool.shutdownNow();

        assertThat(returned).contains(left);
        assertThat(waitedFor).isCancelled();
        assertThat(delayed.isCancelled()).isTrue();
        await(interrupted);
        assertThat(other.executeNow(() -> Thread.currentThread().isInterrupted()).get())
                .as("the interrupt ended with the closed pool").isFalse();
        assertThat(pool.isShutdown()).isTrue();
        pool.execute(left);
        assertThat((Object) pool.schedule(left, 0, TimeUnit.SECONDS)).isNull();
        assertThatThrownBy(() -> pool.executeNow(left)).isInstanceOf(RejectedExecutionException.class);
        borrowing.set(true);
        assertThatThrownBy(() -> pool.executeNow(() -> ran.add("borrower"))).isInstanceOf(RejectedExecutionException.class);
        assertThat(ran).isEmpty();
        assertThat(pool.shutdownNow()).isEmpty();
    }
}
