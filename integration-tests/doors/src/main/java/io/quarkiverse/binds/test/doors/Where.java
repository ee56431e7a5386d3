package io.quarkiverse.binds.test.doors;

import java.util.Locale;
import java.util.function.Supplier;

/** Binds, by their entities. */
public enum Where {

    NOTES(Note.class, "<default>", Note::new),
    LEDGER(Entry.class, "ledger", Entry::new),
    TENANT(Leaf.class, "tenants", Leaf::new);

    final Class<? extends Row> entity;
    final String bind;
    private final Supplier<? extends Row> maker;

    Where(Class<? extends Row> entity, String bind, Supplier<? extends Row> maker) {
        this.entity = entity;
        this.bind = bind;
        this.maker = maker;
    }

    Row row(String name) {
        Row row = maker.get();
        row.name = name;
        return row;
    }

    String query(String select) {
        return select + " from " + entity.getSimpleName() + " where name = ?1";
    }

    String table() {
        return entity.getSimpleName().toLowerCase(Locale.ROOT);
    }
}
