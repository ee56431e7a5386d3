package io.quarkiverse.binds.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** The classes named by the page of internals exist. */
class InternalsPageTest {

    /** At least two words; a name in backquotes, or at the beginning of a line of a walk. */
    private static final Pattern CLASS = Pattern.compile("(?m)(?:`|^ *)((?:[A-Z][a-z0-9]+|JTA|XA){2,}(?:Resource)?)\\b");
    /** Classes of Quarkus, Hibernate ORM and the API, and exceptions. */
    private static final Set<String> OTHERS = Set.of("CommitOutcomeUnknownException", "PartialCommitException");

    @Test
    void namedClassesExist() throws IOException {
        Set<String> known = new TreeSet<>();
        for (String module : new String[] { "runtime", "runtime-dev", "deployment", "sockets", "docs",
                "integration-tests/doors" }) {
            try (Stream<Path> files = Files.walk(Page.ROOT.resolve(module).resolve("src"))) {
                known.addAll(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".java"))
                        .map(name -> name.substring(0, name.length() - ".java".length())).collect(Collectors.toSet()));
            }
        }
        Set<String> named = CLASS.matcher(Page.read(Page.PAGES.resolve("internals.adoc")).text()).results()
                .map(result -> result.group(1)).collect(Collectors.toCollection(TreeSet::new));
        named.removeAll(OTHERS);

        assertThat(named).hasSizeGreaterThan(40);
        assertThat(known).containsAll(named);
    }
}
