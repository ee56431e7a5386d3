package io.quarkiverse.binds.runtime.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.test.support.Await;

/** A check answers within its time limit, on threads of its own, whatever the server does. */
class BoundedCheckTest {

    private static final Duration LIMIT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(30);

    private final HealthThreads threads = new HealthThreads();
    private final CountDownLatch server = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();

    @AfterEach
    void stop() {
        server.countDown();
        threads.stop();
    }

    private HealthCheckResponse askServer() {
        asked.incrementAndGet();
        try {
            server.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return HealthCheckResponse.up("bind");
    }

    private BoundedCheck check(Supplier<HealthCheckResponse> work) {
        return new BoundedCheck("bind", work, threads, LIMIT);
    }

    private static CompletableFuture<HealthCheckResponse> answer(BoundedCheck check) {
        return check.call().subscribeAsCompletionStage();
    }

    private static HealthCheckResponse await(CompletableFuture<HealthCheckResponse> answer) {
        return answer.orTimeout(LONG.toSeconds(), TimeUnit.SECONDS).join();
    }

    @Test
    void silentServerIsDownAtTheLimit() {
        BoundedCheck check = check(this::askServer);
        long start = System.nanoTime();
        HealthCheckResponse response = await(answer(check));

        assertThat(response.getStatus()).isEqualTo(Status.DOWN);
        assertThat(response.getData().orElseThrow()).containsEntry("cause", "no answer")
                .containsEntry("reason", "no answer within 0.3 s (quarkus.binds.health.timeout)");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(LIMIT);
    }

    /** While a check is overdue further ones neither wait nor ask the server again. */
    @Test
    void overdueCheckIsAnsweredAtOnceAndAsksOnce() {
        BoundedCheck check = check(this::askServer);
        await(answer(check));

        List<CompletableFuture<HealthCheckResponse>> further = IntStream.range(0, 50).mapToObj(i -> answer(check)).toList();

        long start = System.nanoTime();
        assertThat(further).allSatisfy(answer -> assertThat(await(answer).getStatus()).isEqualTo(Status.DOWN));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).as("50 answers").isLessThan(LIMIT);
        assertThat(asked).hasValue(1);
    }

    @Test
    void serverThatAnswersAgainIsUp() {
        BoundedCheck check = check(this::askServer);
        await(answer(check));

        server.countDown();

        Await.until("up", () -> await(answer(check)).getStatus() == Status.UP);
    }

    /** The threads of the caller may be those of the HTTP server, which must not wait. */
    @Test
    void callerDoesNotWaitAndLendsNoThread() {
        AtomicReference<Thread> asking = new AtomicReference<>();
        CompletableFuture<HealthCheckResponse> answer = answer(check(() -> {
            asking.set(Thread.currentThread());
            return askServer();
        }));

        Await.until("the server is asked", () -> asking.get() != null);
        assertThat(answer).isNotDone();
        assertThat(asking.get()).isNotSameAs(Thread.currentThread());
        assertThat(asking.get().isDaemon()).isTrue();
        server.countDown();
        assertThat(await(answer).getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void exceptionIsDownWithItsCauseAndWithoutItsText() {
        HealthCheckResponse response = await(answer(check(() -> {
            throw new IllegalStateException("secret");
        })));

        assertThat(response.getStatus()).isEqualTo(Status.DOWN);
        assertThat(response.getData().orElseThrow()).containsOnlyKeys("cause").containsEntry("cause", "other");
    }

    /** 200 pings, of which some wait for a silent server: never more than eight at a time, and all in the end. */
    @Test
    void pingsAreBounded() {
        AtomicInteger current = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        Runnable ping = () -> {
            most.accumulateAndGet(current.incrementAndGet(), Math::max);
            askServer();
            current.decrementAndGet();
            done.incrementAndGet();
        };
        List<Runnable> all = IntStream.range(0, 200).mapToObj(i -> ping).toList();

        threads.ping(all);
        threads.ping(all); // nothing: the first are in progress
        Await.until("as many as allowed", () -> current.get() == HealthThreads.MAX_PINGING);
        server.countDown();

        Await.until("all", () -> done.get() == 200);
        assertThat(most).hasValueLessThanOrEqualTo(HealthThreads.MAX_PINGING);
        Await.until("the next round", () -> {
            threads.ping(all);
            return done.get() > 200;
        });
    }
}
