package io.quarkiverse.binds.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** Targets of references exist: pages and their sections, included files and their tags, files of the project. */
class LinksTest {

    private static final Pattern XREF = Pattern.compile("xref:([\\w-]+\\.adoc)?(?:#([\\w-]+))?\\[");
    private static final Pattern MARKDOWN = Pattern.compile("]\\(([^)#:]+)\\)");

    private static final Pattern BLOCK = Pattern.compile("^----$.*?^----$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern INLINE_CODE = Pattern.compile("`[^`+\\n]*(\\*|__|\\{\\w)[^`+\\n]*`");

    @Test
    void crossReferencesExist() {
        int links = 0;
        for (Page page : Page.all()) {
            Matcher link = XREF.matcher(page.text());
            while (link.find()) {
                Path target = link.group(1) == null ? page.path() : Page.PAGES.resolve(link.group(1));
                assertThat(target).as("%s: %s", page.name(), link.group()).exists();
                if (link.group(2) != null) {
                    assertThat(Page.read(target).text()).as("%s: %s", page.name(), link.group())
                            .contains("[#" + link.group(2) + "]");
                }
                links++;
            }
        }
        assertThat(links).isGreaterThan(10);
    }

    /** In inline code of AsciiDoc, stars, double underscores and braces are markup unless the code is also within pluses. */
    @Test
    void inlineCodeHasNoMarkup() {
        for (Page page : Page.all()) {
            if (page.name().endsWith(".adoc") && !page.name().contains("includes/")) {
                String text = BLOCK.matcher(page.text()).replaceAll("");
                assertThat(INLINE_CODE.matcher(text).results().map(MatchResult::group)).as(page.name()).isEmpty();
            }
        }
    }

    @Test
    void navigationHasEveryPage() throws Exception {
        String nav = Page.read(Page.MODULE.resolve("nav.adoc")).text();
        try (var pages = Files.list(Page.PAGES)) {
            pages.filter(Files::isRegularFile).forEach(page -> assertThat(nav).contains("xref:" + page.getFileName() + "["));
        }
        XREF.matcher(nav).results().forEach(link -> assertThat(Page.PAGES.resolve(link.group(1))).exists());
    }

    @Test
    void includedFilesAndTagsExist() {
        for (Page page : Page.all()) {
            for (MatchResult include : page.includes()) {
                assertThat(Page.included(include.group(1), include.group(2))).as("%s: %s", page.name(), include.group())
                        .isNotBlank();
            }
        }
    }

    @Test
    void filesLinkedFromMarkdownExist() {
        for (Page page : Page.all()) {
            if (page.name().endsWith(".md")) {
                MARKDOWN.matcher(page.text()).results()
                        .forEach(link -> assertThat(page.path().getParent().resolve(link.group(1))).as(page.name()).exists());
            }
        }
    }
}
