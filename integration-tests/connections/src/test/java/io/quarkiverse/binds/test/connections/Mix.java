package io.quarkiverse.binds.test.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Reads and writes of one database and of two in turn, and whether what the answers said about them is true. */
final class Mix {

    private Mix() {
    }

    /** @param prefix what the names of the rows begin with */
    static IntFunction<Call> ofAll(String prefix) {
        return n -> switch (n % 4) {
            case 0 -> Call.read("/notes", "there");
            case 1 -> Call.write("/notes", prefix + n);
            case 2 -> Call.read("/both", "there");
            default -> Call.write("/both", prefix + n);
        };
    }

    /** Writes alone, every third in a unit that is run again after a lost connection. */
    static IntFunction<Call> ofWrites(String prefix) {
        return n -> Call.write(switch (n % 3) {
            case 0 -> "/notes";
            case 1 -> "/both";
            default -> "/notes/again?retries=3";
        }, prefix + n);
    }

    /** Whether it may have been committed although the answer is an error. */
    static boolean isUnknown(Answer answer) {
        return answer.body().contains("CommitOutcomeUnknownException") || answer.body().contains("PartialCommitException");
    }

    /** What was acknowledged is there once, what was refused is not there, and of what is unknown nothing is there twice. */
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
        long there = rows.getOrDefault(answer.call().name(), 0L);
        if (answer.ok()) {
            assertThat(there).as("acknowledged: %s", answer).isEqualTo(1);
        } else if (isUnknown(answer)) {
            assertThat(there).as("unknown: %s", answer).isBetween(0L, 1L);
        } else {
            assertThat(there).as("refused: %s", answer).isZero();
        }
    }
}
