package io.quarkiverse.binds.blog;

import java.util.Map;
import java.util.TreeMap;

import io.quarkiverse.binds.test.databases.Browser;

/** Colors of the shown page, measured as WCAG 2 defines contrast. */
final class PageColors {

    /** The canvas converts each form of a color to red, green and blue. */
    private static final String FUNCTIONS = """
            const canvas = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true});
            const paint = colors => {
              canvas.clearRect(0, 0, 1, 1);
              colors.forEach(color => { canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1); });
              return canvas.getImageData(0, 0, 1, 1).data;
            };
            const luminance = pixel => [...pixel].slice(0, 3).map(c => c / 255)
                .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
                .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
            const backgrounds = e => e ? [...backgrounds(e.parentElement), getComputedStyle(e).backgroundColor] : ['white'];
            """;

    private PageColors() {
    }

    /** Returns the contrast of each shown text with its background, by its element; without switched off buttons. */
    static Map<String, Double> contrasts(Browser browser) {
        Map<?, ?> found = (Map<?, ?>) browser.run(FUNCTIONS + """
                const result = {};
                for (const e of document.querySelectorAll('body *')) {
                  const text = [...e.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.data.trim());
                  if (!text || !e.checkVisibility() || e.disabled || e.closest('noscript, option')) continue;
                  const [a, b] = [luminance(paint([...backgrounds(e), getComputedStyle(e).color])),
                    luminance(paint(backgrounds(e)))];
                  result[e.tagName + '#' + e.id + '.' + e.className + ' ' + e.textContent.trim().slice(0, 20)] =
                    ((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)).toFixed(3);
                }
                return result;
                """);
        Map<String, Double> contrasts = new TreeMap<>();
        found.forEach((element, contrast) -> contrasts.put((String) element, Double.valueOf((String) contrast)));
        return contrasts;
    }

    /** Returns the luminance of the background, 0 for black and 1 for white. */
    static double luminance(Browser browser, String css) {
        return ((Number) browser.run(FUNCTIONS + "return luminance(paint(backgrounds(document.querySelector(arguments[0]))))",
                css)).doubleValue();
    }
}
