package io.quarkiverse.binds.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** J3: the page of the API lists every public type of it, with the first sentence of its comment. */
class ApiPageTest {

    private static final Path API = Page.ROOT.resolve("runtime/src/main/java/io/quarkiverse/binds");
    private static final Pattern COMMENT_OF_TYPE = Pattern.compile(
            "/\\*\\*(?<comment>(?:(?!\\*/).)*)\\*/\\s*(?:^[@ )][^\\n]*\\n)*^public (?:\\w+ )*?(?:@interface|class|interface|record|enum) ",
            Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern FIRST_SENTENCE = Pattern.compile("^(.*?\\.)(?:\\s|$)", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("\\{@(?:code|link) #?((?:[^{}]|\\{[^}]*})*)}");

    @Test
    void eachTypeIsInTheTable() throws IOException {
        List<Path> types;
        try (Stream<Path> files = Files.list(API)) {
            types = files.filter(f -> f.toString().endsWith(".java") && !f.endsWith("package-info.java")).sorted().toList();
        }
        assertThat(types).hasSizeGreaterThan(40);

        String rows = types.stream().map(ApiPageTest::row).collect(Collectors.joining("\n"));

        Generated.check(Page.PAGES.resolve("includes/api.adoc"),
                "[cols=\"1,3\"]\n|===\n|type |purpose\n\n" + rows + "\n|===\n");
    }

    private static String row(Path type) {
        String name = type.getFileName().toString().replace(".java", "");
        Matcher comment = COMMENT_OF_TYPE.matcher(Page.read(type).text());
        assertThat(comment.find()).as("comment of %s", name).isTrue();
        String text = comment.group("comment").replaceAll("\\s*\\n\\s*\\*\\s?", " ").strip();
        Matcher sentence = FIRST_SENTENCE.matcher(text);
        assertThat(sentence.find()).as("first sentence of %s: %s", name, text).isTrue();
        return "|`" + name + "` |" + TAG.matcher(sentence.group(1)).replaceAll("`+$1+`").replaceAll("</?em>", "_");
    }
}
