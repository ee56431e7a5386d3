package io.quarkiverse.binds.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every Java block of the documentation is compiled code: regardless of line breaks it is part of a source of the
 * integration tests, of the examples or of their tests.
 */
class JavaOfPagesTest {

    /** Its project changes on the way; TutorialTest of the module integration-tests/migrations builds it from the page. */
    private static final Path TUTORIAL = Path.of("migrations-tutorial.adoc");
    private static final Path EXAMPLES = Page.MODULE.resolve("examples");
    private static final Path EXAMPLE_TESTS = Page.DOCS.resolve("src/test/java/org/acme");
    private static final Pattern TAG = Pattern.compile("^\\s*// (tag|end)::.*\\n", Pattern.MULTILINE);
    private static final Pattern CALLOUT = Pattern.compile("// <\\d+>");
    private static final Pattern IMPORTS = Pattern.compile("^(package|import) .*\\n", Pattern.MULTILINE);

    @TestFactory
    Stream<DynamicTest> everyBlockIsCompiledCode() {
        List<String> sources = Stream.of(EXAMPLES, Page.ROOT.resolve("integration-tests"), EXAMPLE_TESTS)
                .flatMap(JavaOfPagesTest::sources)
                .map(file -> plain(Page.read(file).text())).toList();
        List<DynamicTest> tests = new ArrayList<>();
        for (Page page : Page.all()) {
            if (page.path().endsWith(TUTORIAL)) {
                continue;
            }
            for (String block : page.blocks("java")) {
                tests.add(DynamicTest.dynamicTest(page.name() + ": " + block.lines().findFirst().orElse(""),
                        () -> assertThat(sources.stream().anyMatch(source -> isIn(block, source))).as(block).isTrue()));
            }
        }
        assertThat(tests).hasSizeGreaterThan(30);
        return tests.stream();
    }

    /** Compiles the examples, which no module of the build contains. */
    @Test
    void everyExampleIsCompiled(@TempDir Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter errors = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<Path> all = sources(EXAMPLES).toList();
            assertThat(all).isNotEmpty();
            boolean compiled = compiler.getTask(errors, files, null,
                    List.of("-proc:none", "-parameters", "-d", classes.toString(), "-cp",
                            System.getProperty("java.class.path")),
                    null, files.getJavaFileObjectsFromPaths(all)).call();
            assertThat(compiled).as(errors.toString()).isTrue();
        }
    }

    @Test
    void blockWithoutSourceIsDetected() {
        String source = plain("package a;\nimport b.C;\nclass D {\n    // tag::x[]\n    int e; // <1>\n    // end::x[]\n}\n");
        assertThat(isIn("class D {\n    int e;\n}\n", source)).isTrue();
        assertThat(isIn("class D {\n    int f;\n}\n", source)).isFalse();
    }

    private static boolean isIn(String block, String source) {
        return source.contains(plain(block));
    }

    /** Removes the parts that differ between a file and a page: imports, tags, callouts, spaces and line breaks. */
    private static String plain(String java) {
        String text = IMPORTS.matcher(TAG.matcher(java).replaceAll("")).replaceAll("");
        return CALLOUT.matcher(text).replaceAll("").replaceAll("\\s+", "");
    }

    private static Stream<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
