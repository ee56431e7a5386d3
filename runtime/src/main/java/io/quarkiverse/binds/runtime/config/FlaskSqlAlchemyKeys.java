package io.quarkiverse.binds.runtime.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Warnings for keys of Flask-SQLAlchemy: each names the key that replaces it. */
final class FlaskSqlAlchemyKeys {

    private static final Map<String, String> NEW = new TreeMap<>(Map.ofEntries(
            Map.entry("DATABASE_URI", "quarkus.binds.url"),
            Map.entry("BINDS", "quarkus.binds.<name>.url, one for each bind"),
            Map.entry("ENGINE_OPTIONS", "quarkus.binds.pool.* and quarkus.binds.driver-properties.*"),
            Map.entry("POOL_SIZE", "quarkus.binds.pool.size"),
            Map.entry("MAX_OVERFLOW", "quarkus.binds.pool.max-overflow"),
            Map.entry("POOL_TIMEOUT", "quarkus.binds.pool.timeout"),
            Map.entry("POOL_RECYCLE", "quarkus.binds.pool.recycle"),
            Map.entry("POOL_PRE_PING", "quarkus.binds.pool.pre-ping"),
            Map.entry("ECHO", "quarkus.binds.echo"),
            Map.entry("NATIVE_UNICODE", "nothing: text is always Unicode (utf8mb4 on MySQL)"),
            Map.entry("COMMIT_ON_TEARDOWN",
                    "quarkus.binds.session.commit=on-success, which commits before the response is written"),
            Map.entry("RECORD_QUERIES", "quarkus.binds.record-queries"),
            Map.entry("TRACK_MODIFICATIONS", "nothing: an observer of ModelsCommitted is told of changes")));

    private static final String ALCHEMY = "ALCHEMY_";

    private FlaskSqlAlchemyKeys() {
    }

    /** Returns one warning for each key of Flask-SQLAlchemy among the names of properties and environment variables. */
    static List<String> warnings(Iterable<String> propertyNames) {
        Map<String, String> warnings = new TreeMap<>();
        for (String name : propertyNames) {
            // compared by hand: a start has hundreds of names, and need not load classes of regular expressions for them
            if (!name.regionMatches(true, 0, "SQL", 0, 3)) {
                continue;
            }
            int start = name.startsWith("_", 3) ? 4 : 3;
            if (name.regionMatches(true, start, ALCHEMY, 0, ALCHEMY.length())
                    && isKey(name, start + ALCHEMY.length())) {
                String key = name.substring(start + ALCHEMY.length()).toUpperCase(Locale.ROOT);
                String now = NEW.get(key);
                warnings.putIfAbsent(key, "'" + name + "' is a key of Flask-SQLAlchemy and has no effect here: use "
                        + (now == null ? "the keys under quarkus.binds" : now));
            }
        }
        return new ArrayList<>(warnings.values());
    }

    /** Whether the rest of a name is one word. */
    private static boolean isKey(String name, int start) {
        for (int i = start; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_')) {
                return false;
            }
        }
        return start < name.length();
    }
}
