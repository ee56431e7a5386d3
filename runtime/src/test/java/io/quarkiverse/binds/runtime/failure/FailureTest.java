package io.quarkiverse.binds.runtime.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;

import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;

import org.hibernate.StaleObjectStateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureTest {

    /** Codes as the drivers of MySQL and MariaDB, PostgreSQL and H2 report them. */
    @ParameterizedTest
    @CsvSource({
            "08S01, 0,    CONNECTION_LOST", "08001, 0, CONNECTION_LOST", "08003, 0, CONNECTION_LOST",
            "08S01, 1053, CONNECTION_LOST", "HY000, 1927, CONNECTION_LOST", "HY000, 4031, CONNECTION_LOST",
            "08S01, 1047, NOT_READY", "HY000, 1836, NOT_PRIMARY", "HY000, 1015, NOT_PRIMARY", "25006, 0, NOT_PRIMARY",
            "57P01, 0, CONNECTION_LOST", "57P03, 0, CONNECTION_LOST",
            "90067, 90067, CONNECTION_LOST", "90098, 90098, CONNECTION_LOST", "90121, 90121, CONNECTION_LOST",
            "40001, 1213, DEADLOCK", "40001, 0, DEADLOCK", "40P01, 0, DEADLOCK",
            "40001, 1205, LOCK_TIMEOUT", "HYT00, 50200, LOCK_TIMEOUT", "55P03, 0, LOCK_TIMEOUT",
            "HY000, 1180, OUTCOME_UNKNOWN", "08007, 0, OUTCOME_UNKNOWN", "HY000, 3100, OUTCOME_UNKNOWN",
            "23000, 1062, OTHER", "70100, 1317, OTHER", "42000, 1064, OTHER", "HY000, 3098, OTHER", ", 0, OTHER" })
    void errorCodeIsClassified(String state, int code, Failure meaning) {
        SQLException e = new SQLException("words do not count: deadlock", state, code);
        assertThat(Failure.of(e)).isEqualTo(meaning);
        assertThat(Failure.of(new PersistenceException(new RuntimeException(e)))).isEqualTo(meaning);
    }

    /** M6: one code covers every option of the server; only some of them mean that it takes no writes. */
    @ParameterizedTest
    @CsvSource({ "--read-only, NOT_PRIMARY", "--super-read-only, NOT_PRIMARY", "--innodb-read-only, NOT_PRIMARY",
            "--secure-file-priv, OTHER", "--skip-grant-tables, OTHER" })
    void serverOptionTellsWhetherItTakesWrites(String option, Failure meaning) {
        assertThat(Failure.of(new SQLException(
                "The MySQL server is running with the " + option + " option so it cannot execute this statement", "HY000",
                1290)))
                .isEqualTo(meaning);
    }

    @Test
    void staleEntityIsOptimisticLock() {
        assertThat(Failure.of(new OptimisticLockException())).isEqualTo(Failure.OPTIMISTIC_LOCK);
        assertThat(Failure.of(new PersistenceException(new StaleObjectStateException("Note", 1L))))
                .isEqualTo(Failure.OPTIMISTIC_LOCK);
    }

    /** As the driver of several servers reports a commit that failed at one of them. */
    @Test
    void exceptionWithoutMeaningHasThatOfTheOneChainedToIt() {
        SQLException first = new SQLException("");
        first.setNextException(new SQLException("Communications link failure", "08S01"));
        assertThat(Failure.of(first)).isEqualTo(Failure.CONNECTION_LOST);
        SQLException duplicate = new SQLException("Duplicate entry", "23000", 1062);
        duplicate.setNextException(new SQLException("Duplicate entry", "23000", 1062));
        assertThat(Failure.of(duplicate)).isEqualTo(Failure.OTHER);
    }

    @Test
    void cycleOfCausesEnds() {
        Exception outer = new Exception();
        Exception inner = new Exception(outer);
        outer.initCause(inner);
        assertThat(Failure.of(outer)).isEqualTo(Failure.OTHER);
        assertThat(Failure.of(null)).isEqualTo(Failure.OTHER);
    }

    @Test
    void retryableFailuresAreListed() {
        assertThat(Failure.values()).filteredOn(Failure::worthAnotherTry).containsExactlyInAnyOrder(Failure.CONNECTION_LOST,
                Failure.DEADLOCK, Failure.LOCK_TIMEOUT, Failure.OPTIMISTIC_LOCK, Failure.NOT_PRIMARY,
                Failure.NOT_READY, Failure.UNAVAILABLE);
    }
}
