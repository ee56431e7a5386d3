package io.quarkiverse.binds.blog.store;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkiverse.binds.BindDb;
import io.quarkiverse.binds.BindInfo;
import io.quarkiverse.binds.Binds;
import io.quarkiverse.binds.Db;

/** Raw SQL: names and tables of the databases that the binds lead to. */
@ApplicationScoped
public class Databases {

    /** Bind with the name of its database and the tables in it. */
    public record View(String bind, String database, Set<String> tables) {
    }

    @Inject
    Db db;

    @Inject
    Binds binds;

    public List<View> list() {
        return binds.list().stream().filter(bind -> !isDynamic(bind)).map(this::view).toList();
    }

    /** Returns whether the bind has one database per blog. */
    private static boolean isDynamic(BindInfo bind) {
        return bind.settings().stream().anyMatch(setting -> setting.key().equals("dynamic") && setting.value().equals("true"));
    }

    private View view(BindInfo bind) {
        boolean postgres = bind.kind().equals("postgresql");
        BindDb database = db.bind(bind.name());
        String name = database.sql(postgres ? "select current_database()" : "select database()").one(String.class);
        Set<String> tables = new TreeSet<>();
        database.sql("select table_name from information_schema.tables where table_type = 'BASE TABLE' and table_schema = "
                + (postgres ? "current_schema()" : "schema()")).list(String.class)
                .forEach(table -> tables.add(table.toLowerCase(Locale.ROOT)));
        return new View(bind.name(), name, tables);
    }
}
