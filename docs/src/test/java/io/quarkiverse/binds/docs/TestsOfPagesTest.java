package io.quarkiverse.binds.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** L1: each test that a page names exists. */
class TestsOfPagesTest {

    private static final Pattern TEST = Pattern.compile("`(\\w+Test)#(\\w+)`");

    @Test
    void everyTestThatAPageNamesExists() throws IOException {
        List<Path> sources;
        try (Stream<Path> files = Files.walk(Page.ROOT)) {
            sources = files.filter(file -> file.toString().contains("/src/test/java/")).toList();
        }
        int tests = 0;
        for (Page page : Page.all()) {
            for (MatchResult test : TEST.matcher(page.text()).results().toList()) {
                Pattern method = Pattern.compile("\\bvoid " + test.group(2) + "\\(");
                assertThat(sources.stream().filter(file -> file.endsWith(test.group(1) + ".java")))
                        .as("%s: %s", page.name(), test.group())
                        .anyMatch(file -> method.matcher(Page.read(file).text()).find());
                tests++;
            }
        }
        assertThat(tests).isGreaterThan(10);
    }

    /** The table of ways to a database contains those of the test, and no other. */
    @Test
    void everyWayOfTheTestIsInTheTable() {
        String doors = Page.read(Page.ROOT.resolve(
                "integration-tests/doors/src/main/java/io/quarkiverse/binds/test/doors/Doors.java")).text();
        String constants = doors.substring(doors.indexOf("enum Door {") + "enum Door {".length());
        List<String> ways = Stream.of(constants.substring(0, constants.indexOf('}')).split(",")).map(String::strip).toList();
        List<String> rows = Page.read(Page.PAGES.resolve("unit-of-work.adoc")).text().lines()
                .filter(line -> line.matches("\\|`[A-Z_]+`") && !line.matches("\\|`(REQUIRES_NEW|NOT_SUPPORTED|NEVER)`"))
                .map(line -> line.substring(2, line.length() - 1)).toList();
        assertThat(rows).containsExactlyInAnyOrderElementsOf(ways);
    }
}
