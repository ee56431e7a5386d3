package io.quarkiverse.binds.runtime.dynamic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.jboss.logging.Logger;

import io.quarkiverse.binds.UnknownDatabaseException;
import io.quarkiverse.binds.runtime.config.BindKey;
import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.config.DynamicSettings;
import io.quarkus.runtime.LaunchMode;

/** Selects the key for the calling thread and checks keys, which may come from outside. Thread-safe. */
final class DatabaseKeys {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds");

    /** Longest part of an invalid key that is shown in a message. */
    private static final int MAX_KEY_IN_MESSAGE = 64;

    /**
     * Characters refused with any key-pattern: a key must not break a line of the log, and {@link TenantIdentifiers} appends a
     * control character to it.
     */
    private static final Pattern CONTROL = Pattern.compile("\\p{C}");

    private final DynamicSettings settings;
    private final Selectors selectors;
    private final Predicate<String> isOpen;
    /** The level of the log line for a 404 response: a warning in dev mode, as the response does not contain the reason. */
    private final Logger.Level level = LaunchMode.current() == LaunchMode.DEVELOPMENT ? Logger.Level.WARN : Logger.Level.DEBUG;

    /** @param isOpen whether the database of a key is open: such a key was checked before */
    DatabaseKeys(DynamicSettings settings, Selectors selectors, Predicate<String> isOpen) {
        this.settings = settings;
        this.selectors = selectors;
        this.isOpen = isOpen;
    }

    /** Whether a selector gives a valid key, for work that can also do without a database; never throws. */
    boolean isSelected() {
        try {
            String key = selectors.select(new ArrayList<>(0));
            return key != null && isValid(key);
        } catch (Throwable e) {
            LOG.debugf(e, "No database of %s is chosen here", BindNames.display(settings.bind()));
            return false;
        }
    }

    /**
     * Selects the key for the work of the calling thread.
     *
     * @param known a key that was checked before, or null
     * @throws UnknownDatabaseException if no selector gives a key, or the key is invalid
     * @throws IllegalStateException if a selector fails
     */
    String select(String known) {
        List<String> reasons = new ArrayList<>(0);
        String key = selectors.select(reasons);
        if (key == null) {
            throw refused(null,
                    "No database of " + BindNames.display(settings.bind()) + " is chosen: " + Selectors.absence(reasons));
        }
        if (key.equals(known) || isValid(key)) {
            return key;
        }
        throw invalid(key);
    }

    /**
     * @throws UnknownDatabaseException if the key is invalid
     */
    String check(String key) {
        requireKey(key);
        if (!isValid(key)) {
            throw invalid(key);
        }
        return key;
    }

    private UnknownDatabaseException invalid(String key) {
        return refused(key,
                "'" + printable(key) + "' cannot be the key of a database of " + BindNames.display(settings.bind())
                        + ": keys match " + settings.keyPattern().pattern() + " ("
                        + BindKey.property(settings.bind(), "key-pattern")
                        + ")");
    }

    /** @throws UnknownDatabaseException if the key is null */
    void requireKey(String key) {
        if (key == null) {
            throw refused(null, "null cannot be the key of a database of " + BindNames.display(settings.bind())
                    + ": give the key, as in databases.run(\"acme\", ...); where it comes from a header or a parameter that may be"
                    + " missing, test it for null first");
        }
    }

    private boolean isValid(String key) {
        return isOpen.test(key) || settings.keyPattern().matcher(key).matches() && !CONTROL.matcher(key).find();
    }

    private UnknownDatabaseException refused(String key, String message) {
        LOG.log(level, message);
        return new UnknownDatabaseException(settings.bind(), key, message, null);
    }

    private static String printable(String key) {
        String part = key.length() > MAX_KEY_IN_MESSAGE ? key.substring(0, MAX_KEY_IN_MESSAGE) + "..." : key;
        return CONTROL.matcher(part).replaceAll("?");
    }
}
