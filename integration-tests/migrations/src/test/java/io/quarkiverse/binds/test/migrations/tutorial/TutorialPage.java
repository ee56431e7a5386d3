package io.quarkiverse.binds.test.migrations.tutorial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The source blocks of a page of the guide, in their order. */
final class TutorialPage {

    static final Path PAGE = Path.of("../../docs/modules/ROOT/pages/migrations-tutorial.adoc");

    private static final Pattern BLOCK = Pattern.compile(
            "^\\[source,(?<language>\\w+)]\\n(?:\\.(?<title>\\S+)\\n)?-{4}\\n(?<text>.*?)^-{4}$",
            Pattern.MULTILINE | Pattern.DOTALL);

    /**
     * A source block.
     *
     * @param title path of a file; null if the block has none
     * @param position of the text in the page
     */
    record Block(String language, String title, String text, int position) {

        /** The lines of a console that begin with a prompt. */
        List<String> commands() {
            return text.lines().filter(line -> line.startsWith("$ ")).map(line -> line.substring(2)).toList();
        }
    }

    private TutorialPage() {
    }

    static String text() throws IOException {
        return Files.readString(PAGE);
    }

    static List<Block> blocks(String page) {
        List<Block> blocks = new ArrayList<>();
        Matcher block = BLOCK.matcher(page);
        while (block.find()) {
            blocks.add(new Block(block.group("language"), block.group("title"), block.group("text"), block.start("text")));
        }
        return blocks;
    }
}
