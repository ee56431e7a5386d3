package io.quarkiverse.binds.test.dynamic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.binds.DatabaseOptions;
import io.quarkiverse.binds.Databases;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.UnitOfWorkOptions;
import io.quarkiverse.binds.UnknownDatabaseException;
import io.quarkiverse.binds.test.App;
import io.quarkus.test.QuarkusUnitTest;

/** L11: a null key, and a source that needs its own result, fail at once with an explanation. */
class SelfReferencingSourceTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds."*".db-kind=h2
            quarkus.binds.tenants.dynamic=true
            quarkus.binds.tenants.pool.timeout=0s
            quarkus.binds.quick.dynamic=true
            quarkus.binds.quick.pool.timeout=500ms
            """, SelfReferencingSource.class);

    private static final Duration LONG = Duration.ofSeconds(10);

    @Inject
    Databases all;

    @Inject
    Db db;

    private record Call(String name, ThrowingCallable call) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Names of calls, which use the bean of the running application. */
    static Stream<String> withoutKey() {
        return Stream.of("get", "open", "open with options", "run", "run with options", "call", "call with options", "close");
    }

    private Call withoutKey(String name) {
        Databases tenants = all.of("tenants");
        UnitOfWorkOptions options = UnitOfWorkOptions.defaults();
        return new Call(name, switch (name) {
            case "get" -> () -> tenants.get(null);
            case "open" -> () -> tenants.open(null, "h2:mem:x");
            case "open with options" -> () -> tenants.open(null, "h2:mem:x", DatabaseOptions.defaults());
            case "run" -> () -> tenants.run(null, () -> db.flush());
            case "run with options" -> () -> tenants.run(null, options, () -> db.flush());
            case "call" -> () -> tenants.call(null, () -> 1);
            case "call with options" -> () -> tenants.call(null, options, () -> 1);
            default -> () -> tenants.close(null);
        });
    }

    @ParameterizedTest
    @MethodSource("withoutKey")
    void nullKeyIsRefused(String name) {
        assertThatThrownBy(withoutKey(name).call()).isInstanceOf(UnknownDatabaseException.class)
                .hasMessageContaining("null cannot be the key of a database of bind 'tenants'")
                .hasMessageContaining("databases.run(");
    }

    @Test
    void nullBindIsAnsweredWithDynamicBinds() {
        assertThatThrownBy(() -> all.of(null)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("quick, tenants");
    }

    @ParameterizedTest
    @CsvSource({ "get, get", "open, open", "run, run", "a, a", "other-bind, other-bind" })
    void sourceUsingItsOwnKeyIsRefused(String key, String named) {
        Throwable thrown = exceptionWithinTimeout(() -> all.of("tenants").get(key));

        assertThat(thrown).hasStackTraceContaining("Database '" + named + "' of bind 'tenants' is used by the"
                + " DatabaseSource that finds its address");
        assertExplained(thrown);
        assertThat(all.of("tenants").keys()).doesNotContain(key);
    }

    /** Uses a database obtained before: the URL of a closed database is looked up again. */
    @Test
    void sourceUsingUrlOfItsOwnDatabaseIsRefused() {
        SelfReferencingSource.KNOWN.put("url", all.of("tenants").get("url"));
        all.of("tenants").close("url");

        Throwable thrown = exceptionWithinTimeout(() -> all.of("tenants").get("url"));

        assertThat(thrown).hasStackTraceContaining(
                "The DatabaseSource " + SelfReferencingSource.class.getName() + " uses database 'url'");
        assertExplained(thrown);
    }

    /** Each thread opens the database that the other one needs. */
    @Test
    void sourcesWaitingForEachOtherAreRefused() throws Exception {
        SelfReferencingSource.both = new CyclicBarrier(2);
        List<CompletableFuture<Throwable>> threads = Stream.of("across-1", "across-2")
                .map(key -> exceptionOnOtherThread(() -> all.of("tenants").get(key))).toList();

        for (CompletableFuture<Throwable> thread : threads) {
            Throwable thrown = thread.get(LONG.toSeconds(), TimeUnit.SECONDS);
            assertThat(thrown).hasStackTraceContaining("need each other").hasStackTraceContaining("'across-1'")
                    .hasStackTraceContaining("'across-2'");
            assertExplained(thrown);
        }
    }

    /**
     * A wait by a thread of the source's own cannot be detected: it ends with the timeout, whose message names the
     * possibility.
     */
    @Test
    void waitingThreadOfSourceFailsAfterTimeout() {
        Throwable thrown = exceptionWithinTimeout(() -> all.of("quick").get("thread"));

        assertThat(thrown).hasStackTraceContaining("is still being opened by thread").hasStackTraceContaining("DatabaseSource")
                .hasStackTraceContaining("or waits for this thread");
        assertExplained(thrown);
    }

    @Test
    void sourceReturningNullIsNamed() {
        assertThatThrownBy(() -> all.of("tenants").get("null")).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(SelfReferencingSource.class.getName()).hasMessageContaining("Optional.empty()");
    }

    private static Throwable exceptionWithinTimeout(ThrowingCallable call) {
        try {
            return exceptionOnOtherThread(call).get(LONG.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("It is not answered", e);
        }
    }

    private static CompletableFuture<Throwable> exceptionOnOtherThread(ThrowingCallable call) {
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        new Thread(() -> thrown.complete(catchThrowable(call))).start();
        return thrown;
    }

    private static void assertExplained(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            assertThat(t).isNotInstanceOfAny(NullPointerException.class, StackOverflowError.class);
        }
    }
}
