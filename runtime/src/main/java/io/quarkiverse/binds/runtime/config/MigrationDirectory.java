package io.quarkiverse.binds.runtime.config;

import java.nio.charset.StandardCharsets;

import io.quarkiverse.binds.Bind;

/** The directory of the scripts of a bind, on the class path and in a file system. */
public final class MigrationDirectory {

    /** The directory of all scripts on the class path. */
    public static final String ROOT = "db/migration";

    private static final String DEFAULT_BIND = "default";

    private MigrationDirectory() {
    }

    /** The directory of the scripts of a bind on the class path. */
    public static String location(String bind) {
        return ROOT + "/" + name(bind);
    }

    /**
     * The name of the directory of a bind below {@link #ROOT}: the name of the bind, {@code default} for the default bind.
     * Bytes of other characters than lower-case letters, digits, {@code _}, {@code -} and inner dots are written as
     * {@code ~xx},
     * so that two binds have two directories on a file system without upper and lower case too.
     */
    public static String name(String bind) {
        if (bind.equals(Bind.DEFAULT)) {
            return DEFAULT_BIND;
        }
        StringBuilder name = new StringBuilder();
        byte[] bytes = bind.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            char c = (char) (bytes[i] & 0xFF);
            boolean isEdge = i == 0 || i == bytes.length - 1;
            // a bind of the name "default" is another than the default bind
            boolean isTaken = i == 0 && bind.equals(DEFAULT_BIND);
            if (isSafe(c, isEdge) && !isTaken) {
                name.append(c);
            } else {
                name.append('~').append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 0xF, 16));
            }
        }
        return name.toString();
    }

    private static boolean isSafe(char c, boolean isEdge) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_' || c == '-' || c == '.' && !isEdge;
    }
}
