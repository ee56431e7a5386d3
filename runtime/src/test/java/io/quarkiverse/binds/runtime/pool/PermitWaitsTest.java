package io.quarkiverse.binds.runtime.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.runtime.failure.NoConnectionException;

/** M10: each wait for a connection is measured, with or without success, and nothing without a wait. */
class PermitWaitsTest {

    private static final Duration TIMEOUT = Duration.ofMillis(50);

    private final PoolSettings settings = new PoolSettings(PoolName.ofBind("users"), 1, 1, TIMEOUT, true, Duration.ZERO,
            Duration.ZERO);
    private final ConnectionPermits permits = new ConnectionPermits(settings, new ConnectionRegistry(settings),
            ConnectionLimit.NONE);
    private final List<Long> waits = new CopyOnWriteArrayList<>();

    @BeforeEach
    void listen() {
        permits.onWait(waits::add);
    }

    @Test
    void borrowingWithoutAWaitIsNotMeasured() throws Exception {
        permits.release(permits.acquire(Lease.Purpose.WORK));
        permits.release(permits.acquire(Lease.Purpose.WORK));

        assertThat(waits).isEmpty();
        assertThat(permits.waits()).isZero();
    }

    @Test
    void waitUntilTheTimeoutIsMeasured() throws Exception {
        permits.acquire(Lease.Purpose.WORK);

        assertThatThrownBy(() -> permits.acquire(Lease.Purpose.WORK)).isInstanceOf(NoConnectionException.class);

        assertThat(waits).singleElement().satisfies(nanos -> assertThat(nanos).isGreaterThanOrEqualTo(TIMEOUT.toNanos()));
        assertThat(permits.waits()).isEqualTo(1);
    }

    @Test
    void interruptedWaitIsMeasured() throws Exception {
        permits.acquire(Lease.Purpose.WORK);
        Thread borrower = new Thread(
                () -> assertThatThrownBy(() -> permits.acquire(Lease.Purpose.WORK)).isInstanceOf(NoConnectionException.class));
        borrower.start();
        borrower.interrupt();
        borrower.join();

        assertThat(waits).hasSizeLessThanOrEqualTo(1).hasSize((int) permits.waits());
    }
}
