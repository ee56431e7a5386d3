package io.quarkiverse.binds.test.data;

import java.util.Locale;

/** A kind of database, which is a bind of this application, and its entity. */
public enum Kind {

    MYSQL(TodoOnMySql.class, EntryOnMySql.class, PlaceOnMySql.class),
    MARIADB(TodoOnMariaDb.class, EntryOnMariaDb.class, PlaceOnMariaDb.class),
    POSTGRESQL(TodoOnPostgreSql.class, EntryOnPostgreSql.class, PlaceOnPostgreSql.class),
    H2(TodoOnH2.class, EntryOnH2.class, PlaceOnH2.class);

    final Class<? extends Todo> todo;
    final Class<? extends Entry> entry;
    final Class<? extends Place> place;

    Kind(Class<? extends Todo> todo, Class<? extends Entry> entry, Class<? extends Place> place) {
        this.todo = todo;
        this.entry = entry;
        this.place = place;
    }

    String bind() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Name of the entity's table by the rule of the extension. */
    String table() {
        return table(todo);
    }

    static String table(Class<?> entity) {
        return entity.getSimpleName().replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    /** Read from a path of a request. */
    public static Kind fromString(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
