package io.quarkiverse.binds.runtime.url;

import java.util.Set;

public final class OutsideUrl {
    public static DatabaseUrl parse(String url, String kind, Set<String> allowed) {
        return DatabaseUrl.parse(url);
    }

    public static void checkProperty(String kind, String name, Set<String> allowed) {
    }

    public static String fill(String template, String key) {
        return template.replace("{key}", key);
    }

    public static void checkTemplate(String template) {
        DatabaseUrl.parse(fill(template, "key"));
    }
}
