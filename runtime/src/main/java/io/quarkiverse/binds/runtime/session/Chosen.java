package io.quarkiverse.binds.runtime.session;

import java.util.HashMap;
import java.util.Map;

import io.quarkiverse.binds.runtime.config.BindNames;

/** The database that a unit of work is in, for each dynamic bind: given, or selected and kept. Confined to its unit. */
final class Chosen {

    private final Map<String, String> given;
    private final Map<String, String> touched = new HashMap<>(4);

    Chosen(Map<String, String> given) {
        this.given = given;
    }

    Map<String, String> given() {
        return given;
    }

    /**
     * @throws IllegalStateException if the unit was in another one of that bind before
     */
    String key(String bind, DatabaseChoice choice, String unit) {
        String key = given.get(bind);
        if (key != null) {
            return key;
        }
        key = choice.select(bind);
        String before = touched.putIfAbsent(bind, key);
        if (before != null && !before.equals(key)) {
            throw switched(bind, before, key, "The unit of work of " + unit);
        }
        return key;
    }

    static IllegalStateException switched(String bind, String before, String key, String who) {
        return new IllegalStateException(who + " has worked on database '" + before + "' of " + BindNames.display(bind)
                + " and cannot go on with '" + key + "': one of them is all that a commit could be about. Give the work on the"
                + " other a unit of its own with databases.run(\"" + key + "\", ...)");
    }

    /** The unit begins anew. */
    void forget() {
        touched.clear();
    }
}
