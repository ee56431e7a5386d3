package io.quarkiverse.binds.test.devui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;

import io.quarkiverse.binds.test.databases.Chromium;
import io.quarkiverse.binds.test.support.Await;

/** Headless Chromium on a page of the Dev UI, whose elements are in shadow trees. */
final class DevUIBrowser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Finds the element of the page, wherever the Dev UI puts it. */
    private static final String FUNCTIONS = """
            const find = (tag, root = document) => {
              for (const e of root.querySelectorAll('*')) {
                const found = e.localName === tag ? e : e.shadowRoot && find(tag, e.shadowRoot);
                if (found) return found;
              }
            };
            const page = find(arguments[0])?.shadowRoot;
            const canvas = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true});
            const paint = colors => {
              canvas.clearRect(0, 0, 1, 1);
              colors.forEach(color => { canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1); });
              return canvas.getImageData(0, 0, 1, 1).data;
            };
            const luminance = pixel => [...pixel].slice(0, 3).map(c => c / 255)
                .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
                .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
            const backgrounds = e => e ? [...backgrounds(e.parentElement ?? e.getRootNode().host),
                getComputedStyle(e).backgroundColor] : ['white'];
            const contrast = e => {
              const [a, b] = [luminance(paint([...backgrounds(e), getComputedStyle(e).color])), luminance(paint(backgrounds(e)))];
              return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
            };
            """;

    private final ChromeDriver driver;
    private String tag;

    DevUIBrowser() {
        Chromium chromium = Chromium.shared();
        ChromeDriverService service = new ChromeDriverService.Builder().usingDriverExecutable(chromium.driver().toFile())
                .usingAnyFreePort().withEnvironment(chromium.environment()).build();
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.browser().toFile());
        options.addArguments(chromium.options());
        driver = new ChromeDriver(service, options);
    }

    /** Opens a page of the card and waits for its first content. */
    void open(String page, String element) {
        tag = element;
        driver.get("http://127.0.0.1:" + Library.PORT + "/q/dev-ui/quarkus-binds/" + page);
        // the Dev UI reports that it finds no project of Maven; what it reports would cover the page
        driver.executeScript("document.head.append(Object.assign(document.createElement('style'),"
                + " {textContent: 'vaadin-notification-container {display: none !important}'}))");
        await("the page " + page, () -> (Boolean) run("return !!page?.querySelector('section, details, .actions')"));
    }

    /** Runs a script with {@code page}, the content of the page, and {@code arguments[1]} and so on. */
    Object run(String script, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = tag;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return driver.executeScript(FUNCTIONS + script, all);
    }

    WebElement find(String css) {
        return (WebElement) run("return page.querySelector(arguments[1])", css);
    }

    String text(String css) {
        return (String) run("return page.querySelector(arguments[1])?.innerText ?? ''", css);
    }

    /** Waits until an element contains a text. */
    void awaitText(String css, String text) {
        if (!Await.until(PATIENCE, () -> ignoringRendering(() -> text(css).contains(text)))) {
            throw new AssertionError(css + " is \"" + text(css) + "\", without \"" + text + "\"");
        }
    }

    void await(String what, Supplier<Boolean> condition) {
        Await.until(what, PATIENCE, () -> ignoringRendering(condition));
    }

    /** An element that the page replaces during the look is looked for again. */
    private static boolean ignoringRendering(Supplier<Boolean> condition) {
        try {
            return condition.get();
        } catch (StaleElementReferenceException | JavascriptException e) {
            return false;
        }
    }

    void click(String css) {
        run("page.querySelector(arguments[1]).scrollIntoView({block: 'center'})", css); // not below the footer
        find(css).click();
    }

    /** Presses Tab until an element of the page has the focus, as a reader without a mouse does. */
    void tabTo(String css) {
        for (int i = 0; i < 200; i++) {
            press(Keys.TAB);
            if ((Boolean) run("return !!page.activeElement?.matches(arguments[1])", css)) {
                return;
            }
        }
        throw new AssertionError("Tab does not reach " + css);
    }

    void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** @param theme {@code light} or {@code dark}, which the Dev UI takes from the system */
    void show(String theme, int width) {
        driver.executeCdpCommand("Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", theme))));
        driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        await("the theme " + theme,
                () -> ((Number) run("return luminance(paint(backgrounds(page.host)))")).doubleValue() > 0.5 == theme
                        .equals("light"));
    }

    /** Elements of the page that are wider than it, by their text. */
    List<?> overflowing() {
        return (List<?>) run("""
                const right = page.host.getBoundingClientRect().right + 1;
                return [...page.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > right)
                    .map(e => e.localName + ' ' + e.textContent.trim().slice(0, 40));
                """);
    }

    /** Texts of the page with less contrast than WCAG 2 asks for; without components of the Dev UI. */
    List<?> pale() {
        return (List<?>) run(
                """
                        return [...page.querySelectorAll('*')].filter(e => !e.closest('vaadin-button, vaadin-text-field, vaadin-checkbox') && e.checkVisibility()
                            && [...e.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.data.trim()) && contrast(e) < 4.5)
                            .map(e => e.className + ' ' + e.textContent.trim().slice(0, 40) + ' ' + contrast(e));
                        """);
    }

    /** Writes what the window shows to {@code target/screenshots}, for a reviewer and for the guide. */
    void screenshot(String name) {
        run("page.host.scrollIntoView()");
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
