package io.quarkiverse.binds.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sources of the project's test classes, by simple name. */
final class TestSources {

    private static final Pattern STRING = Pattern.compile("\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"|'(?:\\\\.|[^'\\\\\n])'",
            Pattern.DOTALL);
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\n]*", Pattern.DOTALL);
    private static final Pattern ARGUMENTS = Pattern.compile("\\([^()]*\\)");
    private static final Pattern TEST = Pattern
            .compile("@(?:[\\w.]+\\.)?(?:Test|ParameterizedTest|RepeatedTest|TestFactory)\\b");
    private static final Pattern DISABLED = Pattern.compile("@(?:[\\w.]+\\.)?(Disabled\\w*)");

    private final Map<String, List<String>> texts;

    /** @param texts sources by simple name */
    TestSources(Map<String, List<String>> texts) {
        this.texts = texts;
    }

    static TestSources ofProject() {
        try (Stream<Path> files = Files.walk(Page.ROOT)) {
            return new TestSources(files
                    .filter(file -> file.toString().contains("/src/test/java/") && file.toString().endsWith(".java"))
                    .collect(Collectors.groupingBy(file -> file.getFileName().toString().replace(".java", ""),
                            Collectors.mapping(file -> Page.read(file).text(), Collectors.toList()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the reason why a test proves nothing; empty if exactly one test has the name and is run.
     *
     * @param test class and method, such as {@code SqlTest#sqlRunsOnDatabaseOfItsBind}
     */
    Optional<String> problem(String test) {
        if (!test.matches("\\w+#\\w+")) {
            return Optional.of(test + " is not Class#method");
        }
        String type = test.split("#")[0];
        String method = test.split("#")[1];
        List<String> declarations = texts.getOrDefault(type, List.of()).stream().map(TestSources::declarationsOf)
                .filter(text -> before(method(method), text).isPresent()).toList();
        if (declarations.isEmpty()) {
            return Optional.of("there is no test " + test);
        }
        if (declarations.size() > 1) {
            return Optional.of(test + " is ambiguous: " + declarations.size() + " classes called " + type + " have it");
        }
        return problem(test, type, method, declarations.get(0));
    }

    private static Optional<String> problem(String test, String type, String method, String text) {
        String ofMethod = before(method(method), text).orElseThrow();
        if (!TEST.matcher(ofMethod).find()) {
            return Optional.of(test + " is no test: its method has no @Test");
        }
        String ofClass = before(Pattern.compile("\\bclass " + type + "\\b"), text).orElse("");
        Matcher disabled = DISABLED.matcher(ofMethod + ofClass);
        return disabled.find() ? Optional.of(test + " is disabled by @" + disabled.group(1)) : Optional.empty();
    }

    private static Pattern method(String name) {
        return Pattern.compile("\\bvoid " + name + "\\b");
    }

    /** Annotations and modifiers of the first matching declaration. */
    private static Optional<String> before(Pattern declaration, String text) {
        Matcher found = declaration.matcher(text);
        if (!found.find()) {
            return Optional.empty();
        }
        String before = text.substring(0, found.start());
        int start = Math.max(before.lastIndexOf(';'), Math.max(before.lastIndexOf('{'), before.lastIndexOf('}')));
        return Optional.of(before.substring(start + 1));
    }

    /** Removes strings, comments and text in parentheses, such as the arguments of annotations. */
    private static String declarationsOf(String source) {
        String text = COMMENT.matcher(STRING.matcher(source).replaceAll("")).replaceAll("");
        String shorter = ARGUMENTS.matcher(text).replaceAll("");
        while (!shorter.equals(text)) {
            text = shorter;
            shorter = ARGUMENTS.matcher(text).replaceAll("");
        }
        return text;
    }
}
