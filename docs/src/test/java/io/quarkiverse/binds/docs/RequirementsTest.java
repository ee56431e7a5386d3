package io.quarkiverse.binds.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Each requirement has one row in {@code docs/requirements.md}, and what is said to prove it exists. */
class RequirementsTest {

    private static final Map<String, Integer> REQUIREMENTS = Map.of("A", 22, "B", 8, "C", 12, "D", 6, "E", 8, "F", 5, "G", 11,
            "H", 10, "I", 2, "J", 4);
    private static final List<Integer> CONFORMANCE = List.of(1, 2, 4, 6, 8, 10, 12, 13, 14, 17, 18, 20, 21, 22, 25);
    private static final int CONCURRENCY = 6;

    record Row(String id, String what, String state, List<String> tests) {
    }

    private final List<Row> rows = rows();

    @Test
    void everyIdOnce() {
        List<String> ids = new ArrayList<>();
        REQUIREMENTS.forEach((letter, count) -> IntStream.rangeClosed(1, count).forEach(n -> ids.add(letter + n)));
        CONFORMANCE.forEach(n -> ids.add("K" + n));
        IntStream.rangeClosed(1, CONCURRENCY).forEach(n -> ids.add("S" + n));

        assertThat(rows).extracting(Row::id).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void whatIsDoneIsProved() {
        for (Row row : rows) {
            assertThat(row.state()).as(row.id()).isIn("done", "open");
            assertThat(row.what()).as(row.id()).isNotBlank();
            assertThat(row.tests().isEmpty()).as(row.id()).isEqualTo(row.state().equals("open"));
        }
    }

    @Test
    void everyTestExists() throws IOException {
        Map<String, List<Path>> sources;
        try (Stream<Path> files = Files.walk(Page.ROOT)) {
            sources = files.filter(file -> file.toString().contains("/src/test/java/") && file.toString().endsWith(".java"))
                    .collect(Collectors.groupingBy(file -> file.getFileName().toString()));
        }
        for (Row row : rows) {
            for (String test : row.tests()) {
                assertThat(test).as(row.id()).matches("\\w+#\\w+");
                String[] parts = test.split("#");
                Pattern method = Pattern.compile("\\bvoid " + parts[1] + "\\(");
                assertThat(sources.getOrDefault(parts[0] + ".java", List.of())).as("%s: %s", row.id(), test)
                        .anyMatch(source -> method.matcher(Page.read(source).text()).find());
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
