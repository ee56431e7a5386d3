package io.quarkiverse.binds.blog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tests with a browser on 10,000 posts, which the first of them adds. */
abstract class PagesTests {

    static final int SEEDED = 10_000;

    static PostsBrowser browser;

    @BeforeEach
    void openBrowser() {
        if (total("") < SEEDED) {
            given().queryParam("posts", SEEDED).post("/seed").then().statusCode(200);
        }
        if (browser == null) {
            browser = new PostsBrowser();
        }
        browser.reset();
    }

    @AfterEach
    void noScriptHasFailed() {
        browser.clear();
        assertThat(browser.errors()).isEmpty();
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
            browser = null;
        }
    }

    /** Number of posts, according to the application. */
    static long total(String tag) {
        return given().queryParam(tag.isEmpty() ? "none" : "tag", tag).get("/posts?per_page=1").then().statusCode(200)
                .extract().jsonPath().getLong("total");
    }

    static String grouped(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }
}
