package io.quarkiverse.binds.test.clusters;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

/** The check of a round finds what it is for; no server is needed. */
class RoundTest {

    private static final Map<String, Long> NONE = Map.of();
    private static final Map<String, Long> ONCE = Map.of("a", 1L);

    @Test
    void truthIsAccepted() {
        check(204, "", ONCE, ONCE);
        check(503, "", NONE, NONE);
        check(500, "CommitOutcomeUnknownException", NONE, NONE);
        check(500, "CommitOutcomeUnknownException", ONCE, ONCE);
    }

    @Test
    void lostWriteIsFound() {
        assertThatThrownBy(() -> check(204, "", NONE, NONE)).hasMessageContaining("acknowledged: ONCE a");
    }

    @Test
    void doubleWriteIsFound() {
        assertThatThrownBy(() -> check(204, "", Map.of("a", 2L), Map.of("a", 2L))).hasMessageContaining("acknowledged: ONCE a");
        assertThatThrownBy(() -> check(500, "CommitOutcomeUnknownException", Map.of("a", 2L), Map.of("a", 2L)))
                .hasMessageContaining("of unknown outcome: ONCE a");
    }

    @Test
    void writeThatWasAnsweredAsNotWrittenIsFound() {
        assertThatThrownBy(() -> check(500, "JDBCConnectionException", ONCE, ONCE)).hasMessageContaining("not written: ONCE a");
    }

    @Test
    void halfTransactionIsFound() {
        assertThatThrownBy(() -> check(204, "", NONE, ONCE)).hasMessageContaining("a transaction is whole: ONCE a");
    }

    @Test
    void rowThatNobodySentIsFound() {
        assertThatThrownBy(() -> check(204, "", ONCE, Map.of("a", 1L, "b", 1L)))
                .hasMessageContaining("rows that no client has sent");
        assertThatCode(() -> check(204, "", ONCE, ONCE)).doesNotThrowAnyException();
    }

    private static void check(int status, String body, Map<String, Long> unique, Map<String, Long> repeatable) {
        Write write = new Write(Write.Kind.ONCE, "a", 1, 2, status, body);
        new Round(0, 1, List.of(write), List.of(), unique, repeatable).checkTruth();
    }
}
