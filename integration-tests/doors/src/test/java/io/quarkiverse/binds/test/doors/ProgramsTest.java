package io.quarkiverse.binds.test.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

/**
 * L1 to L8: random programs of 3 to 12 steps leave the rows that {@link Oracle} computes. {@code -Dbinds.programs=50000}
 * sets the number that the requirement asks for; {@code -Dbinds.programs=1 -Dbinds.programs.seed=...} repeats one.
 */
@QuarkusTest
class ProgramsTest extends Programs {

    private static final Logger LOG = Logger.getLogger(ProgramsTest.class);

    private static final int PROGRAMS = Integer.getInteger("binds.programs", 2_000);
    private static final long SEED = Long.getLong("binds.programs.seed", 20_261_129);
    private static final int BATCH = 100;
    /** Number of differences that are reduced to a smallest program; others mostly have the same reasons. */
    private static final int SHOWN = Integer.getInteger("binds.programs.shown", 5);

    @Test
    void randomProgramsLeaveTheRowsOfTheOracle() {
        long start = System.nanoTime();
        Map<String, Integer> figures = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        try (ProgramRun run = new ProgramRun(RestAssured.port)) {
            for (long first = SEED; first < SEED + PROGRAMS && wrong.size() < SHOWN; first += BATCH) {
                batch(run, first, Math.min(BATCH, SEED + PROGRAMS - first), figures, wrong);
            }
        }
        LOG.infof("%d programs from seed %d in %d ms: %s", PROGRAMS, SEED,
                Duration.ofNanos(System.nanoTime() - start).toMillis(),
                figures);
        assertThat(String.join("\n\n", wrong)).isEmpty();
        assertThat(DatabasesResource.SERVER.query("select * from information_schema.innodb_trx t"
                + " join information_schema.processlist p on p.id = t.trx_mysql_thread_id where p.db like ?",
                DatabasesResource.PREFIX + "%")).as("transactions that are open still").isEmpty();
    }

    private static void batch(ProgramRun run, long first, long size, Map<String, Integer> figures, List<String> wrong) {
        List<Program> programs = LongStream.range(first, first + size).mapToObj(RandomPrograms::of).toList();
        programs.forEach(program -> count(figures, program));
        run.differences(programs).forEach((index, difference) -> {
            if (wrong.size() < SHOWN) {
                wrong.add("Seed " + (first + index) + ": " + smallest(run, programs.get(index), difference));
            }
        });
    }

    private static void count(Map<String, Integer> figures, Program program) {
        Oracle.Outcome outcome = Oracle.of(program);
        figures.merge("ends " + outcome.end(), 1, Integer::sum);
        figures.merge(outcome.rows().isEmpty() ? "leaves no row" : "leaves rows", 1, Integer::sum);
        figures.merge("rows", outcome.rows().size(), Integer::sum);
        figures.merge("reads checked", outcome.seen().size(), Integer::sum);
        figures.merge("at " + program.place(), 1, Integer::sum);
        countSteps(figures, program.steps());
    }

    private static void countSteps(Map<String, Integer> figures, List<Step> steps) {
        for (Step step : steps) {
            figures.merge("step " + step.op(), 1, Integer::sum);
            if (step.steps() != null) {
                countSteps(figures, step.steps());
            }
        }
    }

    /** Removes steps as long as the application differs from the oracle. */
    private static String smallest(ProgramRun run, Program program, String difference) {
        for (Program smaller : ProgramText.smaller(program)) {
            try {
                Map<Integer, String> differences = run.differences(List.of(smaller));
                if (!differences.isEmpty()) {
                    return smallest(run, smaller, differences.get(0));
                }
            } catch (Oracle.Undetermined e) {
                // no smaller program differs
            }
        }
        return ProgramText.of(program) + "\n  " + difference;
    }
}
