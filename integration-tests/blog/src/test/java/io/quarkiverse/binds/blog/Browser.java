package io.quarkiverse.binds.blog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;

import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

import io.quarkiverse.binds.test.databases.Chromium;
import io.quarkiverse.binds.test.support.Await;
import io.restassured.RestAssured;

/** Headless Chromium on the pages of the application under test. */
final class Browser implements AutoCloseable {

    /** An action on 10,000 posts in small chunks takes some seconds, and more on a busy machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ChromeDriver driver;

    Browser() {
        Chromium chromium = Chromium.shared();
        ChromeDriverService service = new ChromeDriverService.Builder().usingDriverExecutable(chromium.driver().toFile())
                .usingAnyFreePort().withEnvironment(chromium.environment()).build();
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.browser().toFile());
        options.addArguments(chromium.options());
        LoggingPreferences logging = new LoggingPreferences();
        logging.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logging);
        driver = new ChromeDriver(service, options);
    }

    /** Opens the list of posts and waits until it is complete. */
    void openPosts(String query) {
        open("/posts.html" + query);
        awaitList();
    }

    void open(String path) {
        driver.get("http://127.0.0.1:" + RestAssured.port + path);
    }

    void reload() {
        driver.navigate().refresh();
        awaitList();
    }

    void back() {
        driver.navigate().back();
    }

    void forward() {
        driver.navigate().forward();
    }

    private void awaitList() {
        await("the list", () -> !text("#results").equals("Loading posts") && texts("#filter [name=tag] option").size() > 1);
    }

    /** Query string of the address. */
    String query() {
        return (String) run("return location.search");
    }

    WebElement find(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    List<String> texts(String css) {
        return driver.findElements(By.cssSelector(css)).stream().map(WebElement::getText).toList();
    }

    String text(String css) {
        return find(css).getText();
    }

    boolean isShown(String css) {
        return find(css).isDisplayed();
    }

    void click(String css) {
        find(css).click();
    }

    void choose(String css, String option) {
        find(css).findElements(By.tagName("option")).stream().filter(each -> each.getText().equals(option)).findFirst()
                .orElseThrow(() -> new AssertionError(css + " has no option " + option)).click();
    }

    void type(String css, String text) {
        find(css).clear();
        find(css).sendKeys(text);
    }

    /** Presses keys where the focus is. */
    void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** Presses Tab until an element has the focus, as a reader without a mouse does. */
    void tabTo(String css) {
        for (int i = 0; i < 200; i++) {
            press(Keys.TAB);
            if (hasFocus(css)) {
                return;
            }
        }
        throw new AssertionError("Tab does not reach " + css);
    }

    boolean hasFocus(String css) {
        return (Boolean) run("return document.activeElement.matches(arguments[0])", css);
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    void awaitText(String css, String text) {
        if (!Await.until(PATIENCE, settled(() -> text(css).equals(text)))) {
            throw new AssertionError(css + " is \"" + text(css) + "\", not \"" + text + "\"");
        }
    }

    void await(String what, BooleanSupplier condition) {
        Await.until(what, PATIENCE, settled(condition));
    }

    /** An element that the page replaces during the look is looked for again. */
    private static BooleanSupplier settled(BooleanSupplier condition) {
        return () -> {
            try {
                return condition.getAsBoolean();
            } catch (StaleElementReferenceException | JavascriptException e) {
                return false;
            }
        };
    }

    void emulateWidth(int width) {
        driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    }

    /** @param value of the media feature, such as {@code dark} of {@code prefers-color-scheme} */
    void emulate(String feature, String value) {
        driver.executeCdpCommand("Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", feature, "value", value))));
    }

    void disconnect(boolean offline) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand("Network.emulateNetworkConditions",
                Map.of("offline", offline, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    /** Errors of scripts and refusals of the content security policy since the last call; not responses with an error. */
    List<String> errors() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue()).map(LogEntry::getMessage)
                .filter(message -> !message.contains("Failed to load resource")).toList();
    }

    /** Ends all emulations of a test before. */
    void reset() {
        disconnect(false);
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
        emulateWidth(1100);
    }

    /** Forgets what the page has stored. */
    void clear() {
        run("localStorage.clear()");
    }

    /** Writes what the window shows to {@code target/screenshots}, for a reviewer. */
    void screenshot(String name) {
        Path file = Path.of("target", "screenshots", name + ".png");
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
