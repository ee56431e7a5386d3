package io.quarkiverse.binds.runtime.session;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import io.quarkiverse.binds.runtime.config.BindNames;

/**
 * The database of a unit of work in each dynamic bind: given by the caller, or selected at the first use and kept. Confined to
 * its unit of work.
 */
final class SelectedDatabases {

    private final DatabaseResolver resolver;
    private final Map<String, String> given;
    private Map<String, String> selected = Map.of();

    /** @param given the keys, by bind, for which no selector is called */
    SelectedDatabases(DatabaseResolver resolver, Map<String, String> given) {
        this.resolver = resolver;
        this.given = given;
    }

    Map<String, String> given() {
        return given;
    }

    /** The key of the database if it is given or was selected; otherwise null. */
    String keyOrNull(String bind) {
        String key = given.get(bind);
        return key == null ? selected.get(bind) : key;
    }

    /** The key of the database for a thread that does not own the unit of work: selected anew and not kept. */
    String keyForOtherThread(String bind) {
        String key = given.get(bind);
        return key == null ? resolver.select(bind, null) : key;
    }

    /**
     * The key of the database. The selector is called each time, so that a changed key is noticed.
     *
     * @throws IllegalStateException if the unit of work was in another database of that bind before
     */
    String key(String bind, Supplier<String> unitOfWork) {
        String key = given.get(bind);
        if (key != null) {
            return key;
        }
        String before = selected.get(bind);
        key = resolver.select(bind, before);
        if (before == null) {
            select(bind, key);
        } else if (!before.equals(key)) {
            throw switched(bind, before, key, "The unit of work of " + unitOfWork.get());
        }
        return key;
    }

    private void select(String bind, String key) {
        if (selected.isEmpty()) {
            selected = new HashMap<>(4); // most units of work use no dynamic bind
        }
        selected.put(bind, key);
    }

    static IllegalStateException switched(String bind, String before, String key, String subject) {
        return new IllegalStateException(subject + " has used database '" + before + "' of " + BindNames.display(bind)
                + " and cannot use '" + key + "' too, because it can commit only one database of a bind. Run the work on the"
                + " other database in databases.run(\"" + key + "\", ...)");
    }

    static IllegalStateException foreign(String bind, String own, String key, String subject) {
        return new IllegalStateException(subject + " works on database '" + own + "' of " + BindNames.display(bind)
                + " and was asked for a connection to '" + key
                + "', as by a session that was opened before: take the session of"
                + " the unit, by injection or with db.session(...)");
    }

    /** Forgets the selected databases: the unit of work begins anew. */
    void forget() {
        selected = Map.of();
    }
}
