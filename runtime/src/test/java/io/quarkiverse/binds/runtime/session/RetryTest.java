package io.quarkiverse.binds.runtime.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.CommitOutcomeUnknownException;
import io.quarkiverse.binds.PartialCommitException;
import io.quarkiverse.binds.UnitOfWorkOptions;

class RetryTest {

    private static final SQLException DEADLOCK = new SQLException("", "40001", 1213);
    private static final SQLException LOST = new SQLException("", "08S01", 0);
    private static final UnitOfWorkOptions TWICE = UnitOfWorkOptions.defaults().retries(2);

    @Test
    void retriesAreLimited() {
        assertThat(Retry.again(DEADLOCK, TWICE, false, 1)).isTrue();
        assertThat(Retry.again(DEADLOCK, TWICE, false, 2)).isTrue();
        assertThat(Retry.again(DEADLOCK, TWICE, false, 3)).isFalse();
        assertThat(Retry.again(DEADLOCK, UnitOfWorkOptions.defaults(), false, 1)).isFalse();
    }

    @Test
    void onlyTransientFailuresAreRetried() {
        assertThat(Retry.again(new SQLException("", "23000", 1062), TWICE, false, 1)).isFalse();
        assertThat(Retry.again(new IllegalStateException(), TWICE, false, 1)).isFalse();
        assertThat(Retry.again(LOST, TWICE, false, 1)).isTrue();
    }

    @Test
    void committedWorkIsNotRetried() {
        assertThat(Retry.again(DEADLOCK, TWICE, true, 1)).isFalse();
        assertThat(Retry.again(DEADLOCK, TWICE.asIdempotent(), true, 1)).isTrue();

        CommitOutcomeUnknownException unknown = new CommitOutcomeUnknownException("users", "", LOST);
        assertThat(Retry.again(unknown, TWICE, false, 1)).isFalse();
        assertThat(Retry.again(unknown, TWICE.asIdempotent(), false, 1)).isTrue();

        PartialCommitException partial = new PartialCommitException("", List.of("a"), List.of("b"), List.of(), LOST);
        assertThat(Retry.again(partial, TWICE.asIdempotent(), false, 1)).isFalse();

        // application code may wrap them
        assertThat(Retry.again(new IllegalStateException(unknown), TWICE, false, 1)).isFalse();
        assertThat(Retry.again(new IllegalStateException(partial), TWICE, false, 1)).isFalse();
    }

    @Test
    void waitGrowsToOneSecond() {
        assertThat(Retry.maxWait(1)).isEqualTo(20);
        assertThat(Retry.maxWait(2)).isEqualTo(40);
        assertThat(Retry.maxWait(6)).isEqualTo(640);
        assertThat(Retry.maxWait(7)).isEqualTo(1000);
        assertThat(Retry.maxWait(1000)).isEqualTo(1000);
    }

    @Test
    void lastErrorTellsNumberOfAttempts() {
        IllegalStateException last = new IllegalStateException("the last");
        Retry.giveUp(last, "db.run", 3);
        assertThat(last.getSuppressed()).singleElement()
                .satisfies(note -> assertThat(note)
                        .hasMessage("The unit of work of db.run was run 3 times; this is the last of its errors"));

        IllegalStateException only = new IllegalStateException("the only");
        Retry.giveUp(only, "db.run", 1);
        assertThat(only.getSuppressed()).isEmpty();
    }

    /** M6: PostgreSQL reports a standby and a read-only transaction by the same code; a retry of the latter fails again. */
    @Test
    void readOnlyUnitOfWorkIsNotRetriedForRefusedWrite() {
        SQLException refused = new SQLException("cannot execute INSERT in a read-only transaction", "25006");
        UnitOfWorkOptions options = UnitOfWorkOptions.defaults().retries(1);

        assertThat(Retry.mayRunAgain(refused, options, false)).isTrue();
        assertThat(Retry.isOfConnection(refused, options)).isTrue();
        assertThat(Retry.mayRunAgain(refused, options.asReadOnly(), false)).isFalse();
        assertThat(Retry.isOfConnection(refused, options.asReadOnly())).isFalse();
    }
}
