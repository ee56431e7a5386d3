package io.quarkiverse.binds.test.data;

import java.util.Locale;

/** A kind of database, which is a bind of this application, and its entity. */
public enum Kind {

    MYSQL(TodoOnMySql.class),
    MARIADB(TodoOnMariaDb.class),
    POSTGRESQL(TodoOnPostgreSql.class),
    H2(TodoOnH2.class);

    final Class<? extends Todo> todo;

    Kind(Class<? extends Todo> todo) {
        this.todo = todo;
    }

    String bind() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Name of the entity's table by the rule of the extension. */
    String table() {
        return todo.getSimpleName().replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    /** Read from a path of a request. */
    public static Kind fromString(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
