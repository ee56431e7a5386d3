package io.quarkiverse.binds.runtime.config;

import io.quarkiverse.binds.Bind;

/** Names of binds in configuration and messages. */
public final class BindNames {

    /** The block whose values hold for every bind. */
    public static final String ALL = "*";

    private BindNames() {
    }

    /** The bind within a sentence: {@code the default bind} or {@code bind 'users'}. */
    public static String display(String bind) {
        return isDefault(bind) ? "the default bind" : "bind '" + bind + "'";
    }

    /** The bind at the beginning of a line: {@code Default bind} or {@code Bind 'users'}. */
    public static String displayFirst(String bind) {
        return isDefault(bind) ? "Default bind" : "Bind '" + bind + "'";
    }

    public static boolean isDefault(String bind) {
        return Bind.DEFAULT.equals(bind);
    }
}
