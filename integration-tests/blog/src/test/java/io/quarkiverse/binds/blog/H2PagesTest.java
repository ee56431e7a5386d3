package io.quarkiverse.binds.blog;

import static io.quarkiverse.binds.blog.Api.createPost;
import static io.quarkiverse.binds.blog.Api.createUser;
import static io.quarkiverse.binds.blog.Api.unique;
import static io.restassured.RestAssured.delete;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** The list of posts in a browser, left out with a log message where there is no Chromium. */
@Tag("browser")
@QuarkusTest
@TestProfile(PagesProfile.class)
@EnabledIf("io.quarkiverse.binds.test.databases.Chromium#isThere")
class H2PagesTest extends PagesTests {

    private static final double LEAST_CONTRAST = 4.5;

    @Test
    void pageOrderAndFilterAreInTheAddress() {
        long java = total("java");
        browser.openPosts("");
        browser.awaitText("#results", "Posts 1 to 20 of " + grouped(total("")));
        browser.click("#pages a[rel=next]");
        browser.awaitText("#results", "Posts 21 to 40 of " + grouped(total("")));
        assertThat(browser.query()).isEqualTo("?page=2");
        assertThat(browser.hasFocus("#results")).isTrue();

        browser.choose("#filter [name=sort]", "Title, A to Z");
        browser.awaitText("#posts label", "Seeded post 1");
        assertThat(browser.query()).isEqualTo("?sort=title");

        browser.choose("#filter [name=tag]", "java");
        browser.awaitText("#results", "Posts 1 to 20 of " + grouped(java));
        browser.choose("#filter [name=per_page]", "50");
        browser.awaitText("#results", "Posts 1 to 50 of " + grouped(java));
        browser.click("#pages [aria-label='Page 2']");
        browser.awaitText("#results", "Posts 51 to 100 of " + grouped(java));
        assertThat(browser.texts("#pages [aria-current=page]")).containsExactly("2");
        List<String> titles = browser.texts("#posts label");

        browser.reload();
        browser.awaitText("#results", "Posts 51 to 100 of " + grouped(java));
        assertThat(browser.texts("#posts label")).isEqualTo(titles);
        browser.back();
        browser.awaitText("#results", "Posts 1 to 50 of " + grouped(java));
        browser.back();
        browser.back();
        browser.awaitText("#results", "Posts 1 to 20 of " + grouped(total("")));
        assertThat(browser.query()).isEqualTo("?sort=title");
        browser.forward();
        browser.awaitText("#results", "Posts 1 to 20 of " + grouped(java));
    }

    @Test
    void postsOfAnAuthorAreFound() {
        String name = unique("anna");
        long post = createPost(createUser(name), "Mine", "mine");
        browser.openPosts("");
        browser.awaitText("#posts label", "Mine");
        browser.click("#posts .meta a");
        browser.awaitText("#filtered", "Only posts by " + name + ". Show all posts");
        assertThat(browser.texts("#posts label")).containsExactly("Mine");
        browser.click("#filtered a");
        browser.awaitText("#results", "Posts 1 to 20 of " + grouped(total("")));
        delete("/posts/{id}", post).then().statusCode(204);
    }

    @Test
    void selectionOfSinglePostsIsKeptOnOtherPages() {
        browser.openPosts("");
        assertThat(browser.find("#bulk [type=submit]").isEnabled()).isFalse();
        browser.click("#select-page");
        browser.awaitText("#selected", "20 posts selected");
        browser.click("#posts [type=checkbox]");
        browser.awaitText("#selected", "19 posts selected");
        assertThat(browser.run("return document.getElementById('select-page').indeterminate")).isEqualTo(true);

        browser.click("#pages a[rel=next]");
        browser.awaitText("#results", "Posts 21 to 40 of " + grouped(total("")));
        browser.click("#posts li:nth-child(3) label");
        browser.awaitText("#selected", "20 posts selected");
        browser.choose("#filter [name=sort]", "Oldest first");
        browser.awaitText("#posts label", "Seeded post 1");
        browser.awaitText("#selected", "20 posts selected");

        browser.choose("#filter [name=tag]", "java");
        browser.awaitText("#selected", "No posts selected");
    }

    @Test
    void titlesAndTagsAreTextNotMarkup() {
        String markup = "<img src=x onerror=alert(1)>";
        long post = createPost(createUser(unique("<b>mallory</b>")), markup, markup);
        browser.openPosts("");
        browser.awaitText("#posts label", markup);
        assertThat(browser.text("#posts .tags a")).isEqualTo(markup);
        browser.click("#posts .tags a");
        browser.awaitText("#filtered", "Only posts with the tag \"" + markup + "\". Show all posts");
        assertThat(browser.texts("main img, main b")).isEmpty();
        delete("/posts/{id}", post).then().statusCode(204);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "?page=999999 | There is no page 999999 of 20 results Go to page 1",
            "?page=two | 'page' must be a whole number from 1 to 2147483647, not 'two' Go to page 1",
            "?sort=random | 'sort' must be one of newest, oldest, title, title-desc, updated",
    }, quoteCharacter = '`')
    void errorOfTheServerIsShown(String address, String error) {
        browser.openPosts(address);
        browser.awaitText("#error", error);
        assertThat(browser.text("#results")).isEqualTo("No posts shown");
        assertThat(browser.isShown("#pages")).isFalse();
    }

    @Test
    void lostConnectionIsShownUntilTheNextSuccess() {
        browser.openPosts("");
        browser.disconnect(true);
        browser.click("#pages a[rel=next]");
        browser.awaitText("#error", "The server does not answer. Check the connection and try again.");
        browser.disconnect(false);
        browser.back();
        browser.awaitText("#results", "Posts 1 to 20 of " + grouped(total("")));
        assertThat(browser.text("#error")).isEmpty();
    }

    /** Without a mouse: the order of Tab is that of the page, and the focus is visible at each stop. */
    @Test
    void listIsUsableByKeyboard() {
        browser.openPosts("");
        browser.press(Keys.TAB);
        assertThat(browser.hasFocus(".skip")).isTrue();
        browser.press(Keys.ENTER);
        browser.tabTo("#select-page");
        assertThat(browser.run("return getComputedStyle(document.activeElement).outlineStyle")).isEqualTo("solid");
        browser.press(Keys.SPACE);
        browser.awaitText("#selected", "20 posts selected");
        browser.tabTo("#posts [type=checkbox]");
        browser.press(Keys.SPACE);
        browser.awaitText("#selected", "19 posts selected");
        browser.tabTo("#pages a[rel=next]");
        browser.press(Keys.ENTER);
        browser.awaitText("#results", "Posts 21 to 40 of " + grouped(total("")));
        assertThat(browser.hasFocus("#results")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({ "light, 320", "light, 1100", "dark, 320", "dark, 1100" })
    void textIsReadableAndFitsTheWindow(String scheme, int width) {
        String tag = (unique("tag") + "t".repeat(40)).substring(0, 40);
        long post = createPost(createUser(unique("wide")), "W".repeat(200), tag, "u".repeat(40));
        browser.emulate("prefers-color-scheme", scheme);
        browser.emulateWidth(width);
        browser.openPosts("?tag=" + tag);
        browser.click("#select-page");
        browser.awaitText("#selected", "1 post selected");
        browser.screenshot(scheme + "-" + width);
        awaitFit(width);
        assertThat(PageColors.contrasts(browser)).isNotEmpty()
                .allSatisfy((element, contrast) -> assertThat(contrast).isGreaterThanOrEqualTo(LEAST_CONTRAST));
        assertThat(PageColors.luminance(browser, "body")).matches(light -> scheme.equals("dark") ? light < 0.1 : light > 0.8);

        browser.open("/");
        awaitFit(width);
        delete("/posts/{id}", post).then().statusCode(204);
    }

    /** A screenshot changes the size of the window for a moment. */
    private void awaitFit(int width) {
        browser.await("the page fits a window of " + width, () -> browser.run("return innerWidth").equals((long) width)
                && (Long) browser.run("return document.documentElement.scrollWidth") <= width);
    }

    @Test
    void nothingMovesIfTheReaderPrefersSo() {
        browser.emulate("prefers-reduced-motion", "reduce");
        browser.openPosts("");
        assertThat(browser.run("return [...document.querySelectorAll('*')].filter(e => "
                + "getComputedStyle(e).transitionDuration !== '0s' || getComputedStyle(e).animationName !== 'none').length"))
                .isEqualTo(0L);
    }

    @Test
    void eachFieldHasALabel() {
        browser.openPosts("");
        assertThat((List<?>) browser.run("return [...document.querySelectorAll('input, select, progress')].filter(e => "
                + "!e.labels.length && !e.getAttribute('aria-labelledby')).map(e => e.outerHTML)")).isEmpty();
    }
}
