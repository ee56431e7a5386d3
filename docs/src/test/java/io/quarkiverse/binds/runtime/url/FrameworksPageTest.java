package io.quarkiverse.binds.runtime.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import io.quarkiverse.binds.docs.Page;

/** M3: the page's answers to URLs of other frameworks are those of the extension. */
class FrameworksPageTest {

    private static final List<String> KINDS = List.of("mysql", "mariadb", "postgresql");

    private static Stream<String[]> rows(String region) throws IOException {
        return Page.read(Page.PAGES.resolve("from-other-frameworks.adoc")).region(region).lines()
                .filter(line -> line.startsWith("|`")).map(line -> line.substring(1).split("\\|", 2));
    }

    private static List<String> literals(String cell) {
        return Pattern.compile("`([^`]+)`").matcher(cell).results().map(result -> result.group(1)).toList();
    }

    /** @return null if the URL is accepted */
    private static String answer(String url) {
        try {
            DatabaseUrl.parse(url);
            return null;
        } catch (DatabaseUrlException e) {
            return e.getMessage();
        }
    }

    @TestFactory
    Stream<DynamicTest> schemesAgreeWithTheCode() throws IOException {
        return rows("schemes").flatMap(row -> literals(row[0]).stream().map(scheme -> DynamicTest.dynamicTest(scheme, () -> {
            String answer = answer(scheme.endsWith("://") ? scheme + "u:p@h/d" : scheme);
            if (row[1].contains("the same")) {
                assertThat(answer).isNull();
            } else {
                assertThat(answer).contains(literals(row[1]));
            }
        })));
    }

    @TestFactory
    Stream<DynamicTest> parametersAgreeWithTheCode() throws IOException {
        return rows("parameters")
                .flatMap(row -> literals(row[0]).stream().map(parameter -> DynamicTest.dynamicTest(parameter, () -> {
                    List<String> answers = new ArrayList<>();
                    for (String kind : KINDS) {
                        String value = parameter.startsWith("charset") || parameter.startsWith("encoding") ? "=utf8mb4" : "=1";
                        answers.add(answer(kind + "://h/d?" + (parameter.contains("=") ? parameter : parameter + value)));
                    }
                    if (row[1].contains("understood")) {
                        assertThat(answers).containsNull();
                    } else {
                        List<String> words = literals(row[1]).isEmpty() ? List.of(row[1].replaceAll(":.*", "").strip())
                                : literals(row[1]);
                        assertThat(answers.get(0)).as(parameter).contains(words.get(0).replaceAll("=true$", ""));
                    }
                })));
    }
}
