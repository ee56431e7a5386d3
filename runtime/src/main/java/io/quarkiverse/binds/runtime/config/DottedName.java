package io.quarkiverse.binds.runtime.config;

/** The first segment of a dotted configuration name and its rest. A segment in double quotes may contain dots. Immutable. */
final class DottedName {

    /** The first segment, without quotes. */
    final String segment;
    final boolean quoted;
    /** The part after the dot; empty if there is none. */
    final String rest;

    private DottedName(String segment, boolean quoted, String rest) {
        this.segment = segment;
        this.quoted = quoted;
        this.rest = rest;
    }

    static DottedName first(String name) {
        if (name.startsWith("\"")) {
            int end = name.indexOf('"', 1);
            if (end > 0) {
                String rest = name.substring(end + 1);
                return new DottedName(name.substring(1, end), true, rest.startsWith(".") ? rest.substring(1) : rest);
            }
        }
        int dot = name.indexOf('.');
        return dot < 0 ? new DottedName(name, false, "")
                : new DottedName(name.substring(0, dot), false, name.substring(dot + 1));
    }

    static String quote(String segment) {
        return '"' + segment + '"';
    }

    /** Quotes a segment that would not be read back unchanged. */
    static String quoteIfNeeded(String segment) {
        return isPlain(segment, 0, segment.length()) ? segment : quote(segment);
    }

    /** Whether a part of a name consists of characters that need no quotes. */
    static boolean isPlain(String name, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = name.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_')) {
                return false;
            }
        }
        return true;
    }
}
