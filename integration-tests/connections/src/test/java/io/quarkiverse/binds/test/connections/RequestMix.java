package io.quarkiverse.binds.test.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Alternating reads and writes of one database and of both, and the check of their responses against the rows. */
final class RequestMix {

    private RequestMix() {
    }

    /** @param prefix of the names of the rows */
    static IntFunction<Call> ofAll(String prefix) {
        return n -> switch (n % 4) {
            case 0 -> Call.read("/notes", "there");
            case 1 -> Call.write("/notes", prefix + n);
            case 2 -> Call.read("/both", "there");
            default -> Call.write("/both", prefix + n);
        };
    }

    /** Writes only, every third in a unit of work that is retried after a lost connection. */
    static IntFunction<Call> ofWrites(String prefix) {
        return n -> Call.write(switch (n % 3) {
            case 0 -> "/notes";
            case 1 -> "/both";
            default -> "/notes/again?retries=3";
        }, prefix + n);
    }

    /** Returns whether the write may be committed although the response is an error. */
    static boolean isUnknown(Answer answer) {
        return answer.body().contains("CommitOutcomeUnknownException") || answer.body().contains("PartialCommitException");
    }

    /**
     * Checks that acknowledged rows are stored once, refused rows are not stored, and rows of unknown outcome are not
     * stored twice.
     */
    static void check(List<Answer> answers, Map<String, Long> notes, Map<String, Long> entries) {
        for (Answer answer : answers) {
            if (answer.call().isWrite()) {
                check(answer, notes);
                if (answer.call().path().startsWith("/both")) {
                    check(answer, entries);
                }
            }
        }
    }

    private static void check(Answer answer, Map<String, Long> rows) {
        long stored = rows.getOrDefault(answer.call().name(), 0L);
        if (answer.ok()) {
            assertThat(stored).as("acknowledged: %s", answer).isEqualTo(1);
        } else if (isUnknown(answer)) {
            assertThat(stored).as("unknown: %s", answer).isBetween(0L, 1L);
        } else {
            assertThat(stored).as("refused: %s", answer).isZero();
        }
    }
}
