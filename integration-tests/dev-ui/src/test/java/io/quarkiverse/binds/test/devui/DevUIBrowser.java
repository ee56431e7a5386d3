package io.quarkiverse.binds.test.devui;

import java.time.Duration;
import java.util.List;

import org.openqa.selenium.WebElement;

import io.quarkiverse.binds.test.databases.Browser;

/** Browser on a page of the Dev UI, whose elements are in shadow trees. */
final class DevUIBrowser extends Browser {

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

    private String tag;

    DevUIBrowser() {
        super(PATIENCE);
    }

    /** Opens a page of the card and waits for its first content. */
    void open(String page, String element) {
        tag = element;
        driver().get("http://127.0.0.1:" + Library.PORT + "/q/dev-ui/quarkus-binds/" + page);
        // the Dev UI reports that it finds no project of Maven; what it reports would cover the page
        driver().executeScript("document.head.append(Object.assign(document.createElement('style'),"
                + " {textContent: 'vaadin-notification-container {display: none !important}'}))");
        await("the page " + page, () -> (Boolean) run("return !!page?.querySelector('section, details, .actions')"));
    }

    /** Runs a script with {@code page}, the content of the page, and {@code arguments[1]} and so on. */
    @Override
    public Object run(String script, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = tag;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return super.run(FUNCTIONS + script, all);
    }

    /** @return null if there is none */
    @Override
    public WebElement find(String css) {
        return (WebElement) run("return page.querySelector(arguments[1])", css);
    }

    @Override
    public String text(String css) {
        return (String) run("return page.querySelector(arguments[1])?.innerText ?? ''", css);
    }

    @Override
    public boolean hasFocus(String css) {
        return (Boolean) run("return !!page.activeElement?.matches(arguments[1])", css);
    }

    @Override
    public void click(String css) {
        run("page.querySelector(arguments[1]).scrollIntoView({block: 'center'})", css); // not below the footer
        super.click(css);
    }

    /** @param theme {@code light} or {@code dark}, which the Dev UI takes from the system */
    void show(String theme, int width) {
        emulate("prefers-color-scheme", theme);
        emulateWidth(width);
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

    @Override
    public void screenshot(String name) {
        run("page.host.scrollIntoView()");
        super.screenshot(name);
    }
}
