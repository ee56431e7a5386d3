package io.quarkiverse.binds.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** File of the documentation, in AsciiDoc or Markdown. The tests run in the folder of this module. */
public record Page(Path path, String text) {

    public static final Path DOCS = Path.of("").toAbsolutePath();
    public static final Path ROOT = DOCS.getParent();
    public static final Path MODULE = DOCS.resolve("modules/ROOT");
    public static final Path PAGES = MODULE.resolve("pages");

    private static final Path SKILL = ROOT.resolve("deployment/src/main/resources/META-INF/quarkus-skill.md");
    private static final Pattern INCLUDE = Pattern.compile("^include::([^\\[]+)\\[(?:tags?=([^]]*))?]$", Pattern.MULTILINE);
    private static final Pattern ASCIIDOC_BLOCK = Pattern.compile(
            "^\\[source,\\s*(?<language>[\\w-]+)[^]]*]\\n(?:\\.[^\\n]*\\n)?-{4}\\n(?<code>.*?)^-{4}$",
            Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern MARKDOWN_BLOCK = Pattern.compile("^```(?<language>\\w+)\\n(?<code>.*?)^```$",
            Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("(tag|end)::([\\w-]+)\\[]");

    public static Page read(Path path) {
        try {
            return new Page(path, Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * All documentation written by hand or shown to readers: the pages, the files at the root of the project, and the notes
     * for coding agents.
     */
    public static List<Page> all() {
        try (Stream<Path> pages = Files.walk(PAGES); Stream<Path> root = Files.list(ROOT)) {
            return Stream.of(pages.filter(path -> path.toString().endsWith(".adoc")),
                    root.filter(path -> path.toString().endsWith(".md")), Stream.of(SKILL))
                    .flatMap(Function.identity()).sorted().map(Page::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String name() {
        return ROOT.relativize(path).toString();
    }

    /** Contents of all code blocks of a language, with included files inserted. */
    public List<String> blocks(String language) {
        Matcher block = (name().endsWith(".md") ? MARKDOWN_BLOCK : ASCIIDOC_BLOCK).matcher(text);
        List<String> found = new ArrayList<>();
        while (block.find()) {
            if (block.group("language").equals(language)) {
                found.add(expand(block.group("code")));
            }
        }
        return found;
    }

    /** Text between the comments {@code tag::name[]} and {@code end::name[]}. */
    public String region(String tag) {
        return tagged(text, Set.of(tag), name());
    }

    /** All includes: group 1 is the file, group 2 the tags or null. */
    List<MatchResult> includes() {
        return INCLUDE.matcher(text).results().toList();
    }

    /** Text of an included file. */
    static String included(String target, String tags) {
        Path file = target.startsWith("example$") ? MODULE.resolve("examples").resolve(target.substring("example$".length()))
                : PAGES.resolve(target);
        String text = read(file).text();
        return tags == null ? text : tagged(text, Set.of(tags.split("[;,]")), target);
    }

    private static String expand(String code) {
        return INCLUDE.matcher(code).replaceAll(
                include -> Matcher.quoteReplacement(included(include.group(1), include.group(2)).stripTrailing()));
    }

    private static String tagged(String text, Set<String> tags, String where) {
        StringBuilder result = new StringBuilder();
        boolean in = false;
        boolean found = false;
        for (String line : text.lines().toList()) {
            Matcher tag = TAG.matcher(line);
            if (tag.find()) {
                if (tags.contains(tag.group(2))) {
                    in = tag.group(1).equals("tag");
                    found = true;
                }
            } else if (in) {
                result.append(line).append('\n');
            }
        }
        if (!found) {
            throw new IllegalArgumentException("No tag " + tags + " in " + where);
        }
        return result.toString();
    }
}
