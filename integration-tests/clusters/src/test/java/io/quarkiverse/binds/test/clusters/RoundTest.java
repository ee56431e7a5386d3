package io.quarkiverse.binds.test.clusters;

import static org.assertj.core.api.Assertions.assertThat;
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

    /** Only what was sent when the outage was known counts, and only what was refused then. */
    @Test
    void longestRefusalIsThatOfKnownOutage() {
        List<Write> writes = List.of(millis(Write.Kind.ONCE, 0, 2000, 503), millis(Write.Kind.ONCE, 1000, 1800, 503),
                millis(Write.Kind.ONCE, 1900, 2700, 503), millis(Write.Kind.RETRIED, 1900, 4900, 503),
                millis(Write.Kind.ONCE, 1900, 5900, 500), millis(Write.Kind.ONCE, 1900, 6900, 204));
        Round round = new Round(0, 1, writes, List.of(), List.of(new BareClient.Attempt(5_000_000, 8_000_000)), NONE, NONE);
        assertThat(round.longestRefusal()).isEqualTo(800);
        assertThat(round.longestFailureOfEngine()).isEqualTo(3);
        assertThat(new Round(0, 1, List.of(), List.of(), List.of(), NONE, NONE).longestRefusal()).isZero();
    }

    private static Write millis(Write.Kind kind, long start, long end, int status) {
        return new Write(kind, "a", 1 + start * 1_000_000, 1 + end * 1_000_000, status, "");
    }

    private static void check(int status, String body, Map<String, Long> unique, Map<String, Long> repeatable) {
        Write write = new Write(Write.Kind.ONCE, "a", 1, 2, status, body);
        new Round(0, 1, List.of(write), List.of(), List.of(), unique, repeatable).checkTruth();
    }
}
