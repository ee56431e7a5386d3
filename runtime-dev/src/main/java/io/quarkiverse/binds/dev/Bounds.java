package io.quarkiverse.binds.dev;

import java.util.List;

/** Bounds of the answers, for a page that stays readable and for the context of a model that calls a tool. */
final class Bounds {

    static final int ENTITIES = 500;
    static final int DATABASES = 200;
    static final int CHANGES = 200;
    static final int QUERIES = 200;
    private static final int TEXT = 2_000;
    private static final int SCRIPT = 50_000;

    private Bounds() {
    }

    static <T> List<T> first(int number, List<T> list) {
        return list.size() <= number ? list : List.copyOf(list.subList(0, number));
    }

    static String text(String text) {
        return shortened(text, TEXT);
    }

    static String script(String text) {
        return shortened(text, SCRIPT);
    }

    private static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length) + " ... (" + text.length() + " characters)";
    }
}
