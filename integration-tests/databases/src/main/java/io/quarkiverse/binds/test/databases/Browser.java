package io.quarkiverse.binds.test.databases;

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

import io.quarkiverse.binds.test.support.Await;

/** Headless Chromium on pages of an application under test. Modules that use it have a dependency on Selenium of their own. */
public class Browser implements AutoCloseable {

    private static final int MOST_TABS = 200;

    private final ChromeDriver driver;
    private final Duration patience;

    /** @param patience how long a condition is waited for */
    protected Browser(Duration patience) {
        this.patience = patience;
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

    protected final ChromeDriver driver() {
        return driver;
    }

    /** Runs a script in the page. */
    public Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    public WebElement find(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    public String text(String css) {
        return find(css).getText();
    }

    public boolean hasFocus(String css) {
        return (Boolean) run("return document.activeElement.matches(arguments[0])", css);
    }

    public void click(String css) {
        find(css).click();
    }

    /** Presses keys where the focus is. */
    public final void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** Presses Tab until an element has the focus, as a reader without a mouse does. */
    public final void tabTo(String css) {
        for (int i = 0; i < MOST_TABS; i++) {
            press(Keys.TAB);
            if (hasFocus(css)) {
                return;
            }
        }
        throw new AssertionError("Tab does not reach " + css);
    }

    /** Waits until the text of an element is this one. */
    public final void awaitText(String css, String text) {
        if (!Await.until(patience, settled(() -> text(css).equals(text)))) {
            throw new AssertionError(css + " is \"" + text(css) + "\", not \"" + text + "\"");
        }
    }

    /** Waits until an element contains a text. */
    public final void awaitPart(String css, String text) {
        if (!Await.until(patience, settled(() -> text(css).contains(text)))) {
            throw new AssertionError(css + " is \"" + text(css) + "\", without \"" + text + "\"");
        }
    }

    public final void await(String what, BooleanSupplier condition) {
        Await.until(what, patience, settled(condition));
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

    public final void emulateWidth(int width) {
        driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    }

    /** @param value of the media feature, such as {@code dark} of {@code prefers-color-scheme} */
    public final void emulate(String feature, String value) {
        driver.executeCdpCommand("Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", feature, "value", value))));
    }

    /** Errors of scripts and refusals of the content security policy since the last call; not responses with an error. */
    public final List<String> errors() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue()).map(LogEntry::getMessage)
                .filter(message -> !message.contains("Failed to load resource")).toList();
    }

    /** Writes what the window shows to {@code target/screenshots}, for a reviewer and for the guide. */
    public void screenshot(String name) {
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
