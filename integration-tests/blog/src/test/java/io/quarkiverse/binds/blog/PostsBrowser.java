package io.quarkiverse.binds.blog;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

import io.quarkiverse.binds.test.databases.Browser;
import io.restassured.RestAssured;

/** Browser on the list of posts of the application under test. */
final class PostsBrowser extends Browser {

    /** An action on 10,000 posts in small chunks takes some seconds, and more on a busy machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    PostsBrowser() {
        super(PATIENCE);
    }

    /** Opens the list of posts and waits until it is complete. */
    void openPosts(String query) {
        open("/posts.html" + query);
        awaitList();
    }

    void open(String path) {
        driver().get("http://127.0.0.1:" + RestAssured.port + path);
    }

    void reload() {
        driver().navigate().refresh();
        awaitList();
    }

    void back() {
        driver().navigate().back();
    }

    void forward() {
        driver().navigate().forward();
    }

    private void awaitList() {
        await("the list", () -> !text("#results").equals("Loading posts") && texts("#filter [name=tag] option").size() > 1);
    }

    /** Query string of the address. */
    String query() {
        return (String) run("return location.search");
    }

    List<String> texts(String css) {
        return driver().findElements(By.cssSelector(css)).stream().map(WebElement::getText).toList();
    }

    boolean isShown(String css) {
        return find(css).isDisplayed();
    }

    void choose(String css, String option) {
        find(css).findElements(By.tagName("option")).stream().filter(each -> each.getText().equals(option)).findFirst()
                .orElseThrow(() -> new AssertionError(css + " has no option " + option)).click();
    }

    void type(String css, String text) {
        find(css).clear();
        find(css).sendKeys(text);
    }

    void disconnect(boolean offline) {
        driver().executeCdpCommand("Network.enable", Map.of());
        driver().executeCdpCommand("Network.emulateNetworkConditions",
                Map.of("offline", offline, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    /** Ends all emulations of a test before. */
    void reset() {
        disconnect(false);
        driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
        emulateWidth(1100);
    }

    /** Forgets what the page has stored. */
    void clear() {
        run("localStorage.clear()");
    }
}
