package io.quarkiverse.binds.runtime.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;

import javax.transaction.xa.XAException;

import jakarta.persistence.RollbackException;

import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.CommitOutcomeUnknownException;
import io.quarkiverse.binds.PartialCommitException;
import io.quarkiverse.binds.runtime.failure.Failure;

/** Exceptions for the outcomes of a commit. */
class CommitRecordTest {

    private final CommitRecord record = new CommitRecord(Connection.TRANSACTION_NONE, null, bind -> {
    });

    @Test
    void failedFlushGivesNoFailureOfCommit() {
        record.rolledBack("ledger");

        assertThat(record.failure()).isNull();
    }

    @Test
    void failedPrepareIsRollbackOfAllBinds() {
        record.notPrepared("ledger", lost(XAException.XAER_RMFAIL));
        record.rolledBack(Bind.DEFAULT);

        assertThat(record.failure()).isInstanceOf(RollbackException.class).hasMessage(
                "The commit could not be prepared in bind 'ledger', nothing is committed in any bind: the link is down");
        assertThat(Failure.of(record.failure())).isEqualTo(Failure.CONNECTION_LOST);
    }

    @Test
    void connectionLostInOnePhaseCommitIsUnknownOutcome() {
        record.failed("ledger", lost(XAException.XAER_RMFAIL));
        record.rolledBack(Bind.DEFAULT);

        assertThat(record.failure()).isInstanceOf(CommitOutcomeUnknownException.class).hasMessageContaining(
                "its outcome is unknown; rolled back: the default bind. ");
    }

    @Test
    void branchRolledBackAfterPrepareIsPartialCommit() {
        record.committed(Bind.DEFAULT);
        record.notAsDecided("ledger", new XAException(XAException.XA_RBROLLBACK));

        assertThat(record.failure()).isInstanceOfSatisfying(PartialCommitException.class, partial -> {
            assertThat(partial.committed()).containsExactly(Bind.DEFAULT);
            assertThat(partial.rolledBack()).containsExactly("ledger");
            assertThat(partial).hasMessageContaining("A database has rolled back what it had prepared");
        });
    }

    @Test
    void partialCommitOfOrdinaryBindsNamesTwoPhase() {
        record.committed(Bind.DEFAULT);
        record.failed("ledger", new SQLException("refused", "23000"));

        assertThat(record.failure()).isInstanceOf(PartialCommitException.class).hasMessageEndingWith(
                "With two-phase=true on all of these binds they commit together or not at all");
    }

    private static XAException lost(int code) {
        XAException e = new XAException(code);
        e.initCause(new SQLException("the link is down", "08S01"));
        return e;
    }
}
