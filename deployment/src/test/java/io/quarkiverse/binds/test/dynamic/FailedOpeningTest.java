package io.quarkiverse.binds.test.dynamic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.binds.DatabaseUnavailableException;
import io.quarkiverse.binds.Databases;
import io.quarkiverse.binds.runtime.dynamic.DatabaseStates;
import io.quarkiverse.binds.runtime.housekeeping.PoolExecutor;
import io.quarkiverse.binds.test.App;
import io.quarkiverse.binds.test.dynamic.ThrowingOpening.Place;
import io.quarkiverse.binds.test.support.Await;
import io.quarkiverse.binds.test.support.Thrown;
import io.quarkus.test.QuarkusUnitTest;

/**
 * L11: any exception or error during an opening leaves nothing open and counts as a failure: waiting threads get it, it is
 * repeated for a moment without another attempt, and the next success ends it.
 */
class FailedOpeningTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.tenants.dynamic=true
            quarkus.binds.tenants.url=h2:mem:failed_{key};DB_CLOSE_DELAY=-1
            quarkus.binds.tenants.pool.size=1
            quarkus.binds.tenants.pool.max-overflow=1
            quarkus.binds.tenants.pool.timeout=15s
            quarkus.binds.tenants.max-open=2
            """, ThrowingOpening.class, Thrown.class, OpeningBarrier.class, Await.class);

    private static final int WAITING = 3;

    @Inject
    Databases databases;

    @Inject
    DatabaseStates states;

    /** Names instead of constants: the application has classes of its own. */
    static Stream<Arguments> all() {
        return Stream.of(Place.values())
                .flatMap(place -> Stream.of(Thrown.values()).map(what -> Arguments.of(place.name(), what.name())));
    }

    @AfterEach
    void goOn() {
        ThrowingOpening.place = null;
        ThrowingOpening.closing = false;
        databases.keys().forEach(databases::close);
        assertThat(databases.stats().connections()).isZero();
    }

    @ParameterizedTest
    @MethodSource("all")
    void exceptionLeavesNothingAndCountsAsFailure(String place, String what) {
        String key = (place + "-" + what).toLowerCase();
        int pools = PoolExecutor.pools();
        long failed = databases.stats().failed();
        throwAt(place, what);
        OpeningBarrier held = OpeningBarrier.at(ThrowingOpening.HELD);
        CompletableFuture<Throwable> first = open(key);
        held.awaitReached();
        List<CompletableFuture<Throwable>> waiting = IntStream.range(0, WAITING).mapToObj(i -> open(key)).toList();
        Await.until("the others wait", () -> OpeningBarrier.queued() == WAITING);

        held.release();

        assertThat(first.join()).as("the one who opens it").isNotNull();
        assertThat(waiting).allSatisfy(one -> assertThat(one.join()).isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageNotContaining("null"));
        assertThat(databases.stats().failed()).isEqualTo(failed + 1);
        assertThat(databases.keys()).isEmpty();
        assertThat(databases.stats().connections()).isZero();
        Await.until("its pool is closed", () -> PoolExecutor.pools() <= pools);
        assertThat(states.of("tenants")).containsKey(key);

        ThrowingOpening.place = null;
        Await.until("it is tried again", () -> catchThrowable(() -> databases.get(key)) == null);
        assertThat(databases.keys()).containsExactly(key);
        assertThat(states.of("tenants").get(key)).isEmpty();
    }

    /** Each failure in a row is repeated for longer. */
    @ParameterizedTest
    @ValueSource(strings = { "SOURCE", "INITIALIZER", "LISTENER" })
    void failureIsRepeatedWithoutAnotherAttempt(String place) {
        throwAt(place, Thrown.ASSERTION_ERROR.name());
        for (int i = 0; i < 5; i++) {
            int tries = ThrowingOpening.TRIES.get();
            Await.until("another try", () -> {
                catchThrowable(() -> databases.get("again"));
                return ThrowingOpening.TRIES.get() > tries;
            });
        }
        int tries = ThrowingOpening.TRIES.get();
        for (int i = 0; i < 20; i++) {
            assertThat(catchThrowable(() -> databases.get("again"))).isInstanceOf(DatabaseUnavailableException.class);
        }
        assertThat(ThrowingOpening.TRIES.get()).as("tries by 20 calls").isEqualTo(tries);
    }

    /** Databases closed by program, and by eviction. */
    @ParameterizedTest
    @ValueSource(strings = { "STACK_OVERFLOW", "SNEAKY_CHECKED" })
    void listenerThrowingAtCloseLeavesNothingOpen(String what) {
        int pools = PoolExecutor.pools();
        throwAt(null, what);
        ThrowingOpening.closing = true;
        databases.get("one");
        databases.get("two");

        databases.get("three");
        assertThat(databases.close("three")).isTrue();

        assertThat(databases.keys()).containsExactly("two");
        ThrowingOpening.closing = false;
        databases.close("two");
        assertThat(databases.stats().connections()).isZero();
        Await.until("their pools are closed", () -> PoolExecutor.pools() <= pools);
    }

    private static void throwAt(String place, String what) {
        ThrowingOpening.thrown = Thrown.valueOf(what);
        ThrowingOpening.place = place == null ? null : Place.valueOf(place);
    }

    /** @return the exception of the opening; null if it succeeds */
    private CompletableFuture<Throwable> open(String key) {
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        new Thread(() -> thrown.complete(catchThrowable(() -> databases.get(key)))).start();
        return thrown;
    }
}
