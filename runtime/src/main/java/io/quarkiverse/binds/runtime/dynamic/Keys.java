package io.quarkiverse.binds.runtime.dynamic;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ContextNotActiveException;

import io.quarkiverse.binds.DatabaseSelector;
import io.quarkiverse.binds.UnknownDatabaseException;
import io.quarkiverse.binds.runtime.config.BindKey;
import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.config.DynamicSettings;

/** Which key is chosen, and whether it is one. A key may come from outside. Thread-safe. */
final class Keys {

    /** Of a key that is none no more is shown than tells what it is. */
    private static final int SHOWN = 64;

    /** Whatever the pattern says: a line of the log is a line, and what is added to a key for Hibernate can be told from it. */
    private static final Pattern CONTROL = Pattern.compile("\\p{C}");

    private final DynamicSettings settings;
    private final List<DatabaseSelector> selectors;
    private final Predicate<String> isOpen;

    /**
     * @param isOpen whether a database of that key is open, so that there is nothing to be checked
     */
    Keys(DynamicSettings settings, List<DatabaseSelector> selectors, Predicate<String> isOpen) {
        this.settings = settings;
        this.selectors = selectors;
        this.isOpen = isOpen;
    }

    /** @return null if no selector knows one */
    String selected() {
        for (DatabaseSelector selector : selectors) {
            String key = ask(selector);
            if (key != null) {
                return key;
            }
        }
        return null;
    }

    /** One that goes by the request has nothing to say where there is none. */
    private String ask(DatabaseSelector selector) {
        try {
            return selector.select(settings.bind());
        } catch (ContextNotActiveException e) {
            return null;
        }
    }

    /**
     * @throws UnknownDatabaseException if no selector knows one, or it is none that could be
     */
    String select() {
        String key = selected();
        if (key == null) {
            throw new UnknownDatabaseException(settings.bind(), null, "No database of " + BindNames.display(settings.bind())
                    + " is chosen: " + (selectors.isEmpty()
                            ? "there is no DatabaseSelector bean to choose one"
                            : "the DatabaseSelector bean gave null, or goes by a request where there is none")
                    + ". Choose one there, or run the work in databases.run(key, ...)", null);
        }
        return check(key);
    }

    /**
     * @throws UnknownDatabaseException if it is none that could be
     */
    String check(String key) {
        if (!isOpen.test(key) && (!settings.keyPattern().matcher(key).matches() || CONTROL.matcher(key).find())) {
            throw new UnknownDatabaseException(settings.bind(), key, "'" + shown(key) + "' cannot be the key of a database of "
                    + BindNames.display(settings.bind()) + ": keys match " + settings.keyPattern().pattern() + " ("
                    + BindKey.property(settings.bind(), "key-pattern") + ")", null);
        }
        return key;
    }

    private static String shown(String key) {
        String part = key.length() > SHOWN ? key.substring(0, SHOWN) + "..." : key;
        return CONTROL.matcher(part).replaceAll("?");
    }
}
