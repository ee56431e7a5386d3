package io.quarkiverse.binds.docs;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Each requirement has one row in {@code docs/requirements.md}, and the tests named as its proof exist and are run. */
class RequirementsTest {

    private static final Map<String, Integer> REQUIREMENTS = Map.ofEntries(entry("A", 23), entry("B", 8), entry("C", 12),
            entry("D", 6), entry("E", 8), entry("F", 5), entry("G", 12), entry("H", 10), entry("I", 2), entry("J", 4),
            entry("L", 19), entry("M", 10));
    private static final List<Integer> CONFORMANCE = List.of(1, 2, 4, 6, 8, 10, 12, 13, 14, 17, 18, 20, 21, 22, 23, 25);
    private static final int CONCURRENCY = 6;

    record Row(String id, String what, String state, List<String> tests) {
    }

    private final List<Row> rows = rows();

    @Test
    void everyIdHasOneRow() {
        List<String> ids = new ArrayList<>();
        REQUIREMENTS.forEach((letter, count) -> IntStream.rangeClosed(1, count).forEach(n -> ids.add(letter + n)));
        CONFORMANCE.forEach(n -> ids.add("K" + n));
        IntStream.rangeClosed(1, CONCURRENCY).forEach(n -> ids.add("S" + n));

        assertThat(rows).extracting(Row::id).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void doneRequirementsNameTests() {
        for (Row row : rows) {
            assertThat(row.state()).as(row.id()).isIn("done", "open");
            assertThat(row.what()).as(row.id()).isNotBlank();
            assertThat(row.tests().isEmpty()).as(row.id()).isEqualTo(row.state().equals("open"));
        }
    }

    @Test
    void everyTestExistsOnceAndIsRun() {
        TestSources sources = TestSources.ofProject();
        for (Row row : rows) {
            for (String test : row.tests()) {
                assertThat(sources.problem(test)).as(row.id()).isEmpty();
            }
        }
    }

    private static List<Row> rows() {
        return Page.read(Page.DOCS.resolve("requirements.md")).text().lines()
                .filter(line -> line.matches("\\| [A-Z]\\d+ \\|.*"))
                .map(line -> line.split("\\|", -1))
                .map(cells -> new Row(cells[1].strip(), cells[2].strip(), cells[3].strip(),
                        Stream.of(cells[4].split(",")).map(String::strip).filter(test -> !test.isEmpty()).toList()))
                .toList();
    }
}
