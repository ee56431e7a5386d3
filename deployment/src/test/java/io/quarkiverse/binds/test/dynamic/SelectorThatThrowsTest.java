package io.quarkiverse.binds.test.dynamic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.binds.Databases;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.UnknownDatabaseException;
import io.quarkiverse.binds.runtime.dynamic.DatabaseStates;
import io.quarkiverse.binds.test.App;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.TestTransaction;

/**
 * L11: a selector that throws outside of a REST request, also within an active request context as in tests, fails work on
 * its own bind only; the error names the selector and the remedy.
 */
class SelectorThatThrowsTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.url=h2:mem:beside-a-selector;DB_CLOSE_DELAY=-1
            quarkus.binds.schema=drop-and-create
            quarkus.binds.tenants.dynamic=true
            quarkus.binds.tenants.url=h2:mem:unruly_{key};DB_CLOSE_DELAY=-1
            quarkus.binds.tenants.schema=create
            """, Sheet.class, Remark.class, ThrowingSelector.class, StartupWork.class);

    @Inject
    Db db;

    @Inject
    Databases databases;

    @Inject
    DatabaseStates states;

    @BeforeEach
    void start() {
        ThrowingSelector.how = ThrowingSelector.How.HEADERS;
    }

    private long sheets(String text) {
        return db.call(() -> Sheet.count("text", text));
    }

    @Test
    void startupObserverHasWorked() {
        assertThat(sheets("at the start")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "HEADERS", "NULL_POINTER", "APPLICATION", "ERROR", "BAD_KEY" })
    @ActivateRequestContext
    void workOnOtherBindsSucceeds(String how) {
        ThrowingSelector.how = ThrowingSelector.How.valueOf(how);
        QuarkusTransaction.requiringNew().run(() -> {
            db.add(new Sheet("flushed " + how));
            db.flush();
        });
        db.run(() -> {
            db.add(new Sheet("committed " + how));
            db.commit();
        });

        assertThat(sheets("flushed " + how)).isEqualTo(1);
        assertThat(sheets("committed " + how)).isEqualTo(1);
        assertThat(states.of("tenants")).isEmpty();
        assertThat(databases.stats().pools()).isEmpty();
        assertThat(databases.keys()).isEmpty();
        assertThat(databases.<Long, RuntimeException> call("given", () -> Remark.count())).isZero();
        databases.close("given");
    }

    @Test
    @TestTransaction
    void testTransactionMayCommit() {
        db.add(new Sheet("tested"));
        db.commit();
        assertThat(Sheet.count("text", "tested")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "HEADERS", "NULL_POINTER" })
    @ActivateRequestContext
    void workOnItsBindFailsNamingSelectorAndRemedy(String how) {
        ThrowingSelector.how = ThrowingSelector.How.valueOf(how);

        Throwable thrown = catchThrowable(() -> db.run(() -> Remark.count()));

        assertThat(thrown).isInstanceOf(IllegalStateException.class).hasMessageContainingAll(
                "The DatabaseSelector " + ThrowingSelector.class.getName() + " cannot choose a database of bind 'tenants'",
                how.equals("HEADERS") ? "No REST request in progress" : "null", "return null without a request",
                "databases.run(key, ...)");
        assertThat(thrown.getCause()).isNotNull();
    }

    /** The application's own exception, such as that of a user who is not logged in, is not wrapped. */
    @Test
    void exceptionOfApplicationIsNotWrapped() {
        ThrowingSelector.how = ThrowingSelector.How.APPLICATION;
        assertThat(catchThrowable(() -> db.run(() -> Remark.count()))).isInstanceOf(ThrowingSelector.NotLoggedIn.class);
    }

    @Test
    void invalidKeyIsRefused() {
        ThrowingSelector.how = ThrowingSelector.How.BAD_KEY;
        assertThat(catchThrowable(() -> db.run(() -> Remark.count()))).isInstanceOf(UnknownDatabaseException.class)
                .hasMessageContaining("'../etc' cannot be the key");
    }
}
