package io.quarkiverse.binds.benchmark.dynamic;

import java.util.Locale;
import java.util.function.Supplier;

/** Kinds of binds, with one bind each. */
public enum Kind {

    FIXED(FixedNote.class, FixedNote::new, "fixed_note"),
    TENANTS(TenantNote.class, TenantNote::new, "tenant_note");

    final Class<? extends Note> entity;
    final Supplier<Note> make;
    final String table;

    Kind(Class<? extends Note> entity, Supplier<Note> make, String table) {
        this.entity = entity;
        this.make = make;
        this.table = table;
    }

    /** Parses a path parameter. */
    public static Kind fromString(String bind) {
        return valueOf(bind.toUpperCase(Locale.ROOT));
    }

    String bind() {
        return name().toLowerCase(Locale.ROOT);
    }
}
