package io.quarkiverse.binds.runtime.migration.file;

/** A line by which git marks the sides of a conflict. */
enum ConflictMarker {
    OURS('<'),
    BASE('|'),
    THEIRS('='),
    END('>');

    private static final int LENGTH = 7;

    private final String text;

    ConflictMarker(char character) {
        this.text = String.valueOf(character).repeat(LENGTH);
    }

    /** @return null for another line */
    static ConflictMarker of(String line) {
        for (ConflictMarker marker : values()) {
            if (line.startsWith(marker.text)
                    && (line.stripTrailing().length() == LENGTH || line.charAt(LENGTH) == ' ')) {
                return marker;
            }
        }
        return null;
    }
}
