package io.quarkiverse.binds.blog;

import static io.quarkiverse.binds.blog.Api.createPost;
import static io.quarkiverse.binds.blog.Api.createUser;
import static io.quarkiverse.binds.blog.Api.unique;
import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.openqa.selenium.Keys;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Actions on many posts in a browser, left out with a log message where there is no Chromium. */
@Tag("browser")
@QuarkusTest
@TestProfile(PagesProfile.class)
@EnabledIf("io.quarkiverse.binds.test.databases.Chromium#isThere")
class H2BulkPagesTest extends PagesTests {

    /** I1: all posts but two, without their ids; the page is reloaded while the action runs. */
    @Test
    void actionOnAllThatMatchGoesOnDuringAReload() {
        String tag = unique("all");
        long total = total("");
        browser.openPosts("");
        browser.awaitText("#select-all", "Select all " + grouped(total) + " that match");
        browser.click("#select-all");
        browser.awaitText("#selected", grouped(total) + " posts selected");
        browser.click("#posts li:nth-child(2) [type=checkbox]");
        browser.click("#pages a[rel=next]");
        browser.awaitText("#results", "Posts 21 to 40 of " + grouped(total));
        browser.click("#posts li:nth-child(3) [type=checkbox]");
        browser.awaitText("#selected", grouped(total - 2) + " posts selected");
        String leftOut = browser.find("#posts li:nth-child(3) [type=checkbox]").getDomAttribute("value");

        browser.type("#bulk [name=tag]", tag);
        browser.click("#bulk [type=submit]");
        browser.await("first chunk", () -> progress() > 0);
        browser.reload();
        browser.awaitText("#job-title", "Adding the tag \"" + tag + "\"");
        double reached = progress();
        browser.screenshot("running");
        assertThat(reached).isBetween(1.0, total - 3.0);
        assertThat(browser.text("#bulk [type=submit]")).isEqualTo("An action is running");
        browser.await("more progress", () -> progress() > reached);
        browser.disconnect(true);
        browser.awaitText("#job-problem", "The server does not answer. Check the connection and try again."
                + " This page asks again; the action does not depend on it.");
        browser.disconnect(false);

        String done = "Tag \"" + tag + "\" added to " + grouped(total - 2) + " posts";
        browser.awaitText("#job-title", done);
        assertThat(browser.text("#job-news")).isEqualTo(done);
        assertThat(total(tag)).isEqualTo(total - 2);
        get("/posts/{id}", leftOut).then().statusCode(200).body("tags", not(hasItem(tag)));

        browser.reload();
        browser.awaitText("#job-title", done);
        browser.click("#job-dismiss");
        browser.reload();
        assertThat(browser.isShown("#job")).isFalse();
    }

    private static double progress() {
        return browser.isShown("#job") ? ((Number) browser.run("return document.getElementById('job-progress').value"))
                .doubleValue() : -1;
    }

    @Test
    void tagIsAddedToAndRemovedFromThePageShown() {
        String tag = unique("page");
        browser.openPosts("?sort=title&tag=flask");
        browser.click("#select-page");
        browser.type("#bulk [name=tag]", tag);
        browser.awaitText("#bulk [type=submit]", "Add the tag to 20 posts");
        browser.press(Keys.ENTER);
        browser.awaitText("#job-title", "Tag \"" + tag + "\" added to 20 posts");
        assertThat(total(tag)).isEqualTo(20);
        browser.awaitText("#selected", "No posts selected");
        browser.await("tags of the list", () -> browser.texts("#posts .tags a").contains(tag));

        browser.openPosts("?tag=" + tag);
        browser.click("#select-all");
        browser.awaitText("#selected", "20 posts selected");
        browser.choose("#bulk [name=action]", "Remove a tag");
        browser.type("#bulk [name=tag]", tag);
        browser.press(Keys.ENTER);
        browser.awaitText("#job-title", "Tag \"" + tag + "\" removed from 20 posts");
        browser.awaitText("#results", "No posts");
        assertThat(total(tag)).isZero();
    }

    /** The dialog opens with the focus on "Cancel". */
    @Test
    void deletionIsConfirmedByKeyboard() {
        long post = createPost(createUser(unique("otto")), "Goes", "goes");
        long total = total("");
        browser.openPosts("");
        browser.awaitText("#posts label", "Goes");
        browser.tabTo("#posts [type=checkbox]");
        browser.press(Keys.SPACE);
        browser.awaitText("#selected", "1 post selected");
        browser.run("document.activeElement.blur()");
        browser.tabTo("#bulk [name=action]");
        browser.press("d");
        browser.awaitText("#bulk [type=submit]", "Delete 1 post");
        browser.tabTo("#bulk [type=submit]");
        browser.press(Keys.ENTER);
        browser.awaitText("#confirm-title", "Delete 1 post?");
        assertThat(browser.hasFocus("#confirm [value=cancel]")).isTrue();
        browser.press(Keys.ESCAPE);
        browser.await("dialog closed", () -> !browser.isShown("#confirm"));
        assertThat(total("")).isEqualTo(total);

        assertThat(browser.hasFocus("#bulk [type=submit]")).isTrue();
        browser.press(Keys.ENTER);
        browser.tabTo("#confirm [value=delete]");
        browser.press(Keys.ENTER);
        browser.awaitText("#job-title", "1 post deleted");
        get("/posts/{id}", post).then().statusCode(404);
        assertThat(total("")).isEqualTo(total - 1);
    }

    @Test
    void refusedActionIsExplained() {
        browser.openPosts("");
        browser.click("#select-page");
        browser.choose("#bulk [name=action]", "Remove a tag");
        browser.type("#bulk [name=tag]", "nobody-has-it");
        browser.press(Keys.ENTER);
        browser.awaitText("#error", "There is no tag 'nobody-has-it' to remove");
        browser.awaitText("#selected", "20 posts selected");
        assertThat(browser.isShown("#job")).isFalse();
        assertThat(browser.find("#bulk [type=submit]").isEnabled()).isTrue();
    }

    @Test
    void unknownActionOfAnEarlierVisitIsForgotten() {
        browser.openPosts("");
        browser.run("localStorage.setItem('blog.job', '00000000-0000-0000-0000-000000000000')");
        browser.reload();
        browser.await("forgotten", () -> browser.run("return localStorage.getItem('blog.job')") == null);
        assertThat(browser.isShown("#job")).isFalse();
        assertThat(browser.texts("#error p")).isEqualTo(List.of());
    }
}
