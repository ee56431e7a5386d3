package io.quarkiverse.binds.runtime.config;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Where the scripts of the migrations of a bind are, below the class path and below the directory of the sources. */
public final class MigrationLocation {

    /** Directory with one directory for each bind; Flyway's own default. */
    public static final String ROOT = "db/migration";

    private static final String OF_DEFAULT = "default";

    private MigrationLocation() {
    }

    /** The directory of a bind in the class path, such as {@code db/migration/users}. */
    public static String of(String bind) {
        return ROOT + "/" + directory(bind);
    }

    /**
     * Name of the directory of a bind: its name, for the default bind {@code default}. Characters other than letters, digits,
     * {@code -} and {@code _} are written as {@code ~} and the hexadecimal code of each byte, so that no two binds share one.
     */
    public static String directory(String bind) {
        if (BindNames.isDefault(bind)) {
            return OF_DEFAULT;
        }
        StringBuilder name = new StringBuilder();
        for (byte character : bind.getBytes(StandardCharsets.UTF_8)) {
            boolean isPlain = character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z'
                    || character >= '0' && character <= '9' || character == '-' || character == '_';
            boolean isFirstOfDefault = name.isEmpty() && bind.toLowerCase(Locale.ROOT).equals(OF_DEFAULT);
            if (isPlain && !isFirstOfDefault) {
                name.append((char) character);
            } else {
                name.append(String.format("~%02x", character));
            }
        }
        return name.toString();
    }
}
