package io.quarkiverse.binds.test.dynamic;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkiverse.binds.Databases;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.Sql;
import io.quarkiverse.binds.UnitOfWorkOptions;

/** Moves a database of "archive" to another server, while the application writes to it and to others. */
@ApplicationScoped
public class DatabaseMove {

    private static final String TABLES = "select table_name from information_schema.tables"
            + " where table_schema = ? and table_type = 'BASE TABLE'";
    private static final String MOVED = "_moved";
    private static final int ROWS = 1000;

    @Inject
    Db db;

    @Inject
    Databases databases;

    /** @param url of an empty database on the other server */
    public void move(String key, String url) {
        Databases archives = databases.of("archive");
        String from = "bare-from-" + key;
        String to = "bare-to-" + key;
        String old = db.call(() -> db.getOr404(Place.class, key).url);
        change(key, place -> place.moving = true); // from now on PlaceSource refuses the key: 503
        try {
            if (!archives.drain(key, Duration.ofSeconds(10))) {
                throw new IllegalStateException("Database '" + key + "' is still in use after 10 s");
            }
            archives.open(from, old);
            archives.open(to, url);
            archives.run(from, () -> {
                sql("create database " + quoted(name() + MOVED)).update(); // fails if an earlier move has left one
            });
            copyAll(archives, from, to, () -> change(key, place -> place.url = url));
        } finally {
            archives.close(from);
            archives.close(to);
            change(key, place -> place.moving = false);
            archives.close(key); // forgets the refusals, so that the next use opens the database at once
        }
    }

    private void change(String key, Consumer<Place> how) {
        db.run(UnitOfWorkOptions.defaults().commitOnSuccess(), () -> how.accept(db.getOr404(Place.class, key)));
    }

    /** Copies the database and switches; after a failure the old database has its tables again. */
    private void copyAll(Databases archives, String from, String to, Runnable change) {
        try {
            List<String> tables = take(archives, from);
            tables.forEach(table -> copy(archives, from, to, table));
            change.run();
        } catch (RuntimeException e) {
            giveBack(archives, from);
            throw e;
        }
    }

    /**
     * Takes the tables away from every writer, those of other processes too, which closing the pool of this one does not stop:
     * a RENAME waits for the transactions that have used the table, and later statements fail.
     *
     * @return the tables, which are in the database with the suffix "_moved" now
     */
    private List<String> take(Databases archives, String from) {
        return archives.call(from, () -> {
            List<String> tables = sql(TABLES, name()).list(String.class);
            sql("set session lock_wait_timeout = 10").update();
            for (String table : tables) {
                sql("rename table " + quoted(table) + " to " + quoted(name() + MOVED) + "." + quoted(table)).update();
            }
            return tables;
        });
    }

    private void giveBack(Databases archives, String from) {
        archives.run(from, () -> {
            for (String table : sql(TABLES, name() + MOVED).list(String.class)) {
                sql("rename table " + quoted(name() + MOVED) + "." + quoted(table) + " to " + quoted(table)).update();
            }
            sql("drop database " + quoted(name() + MOVED)).update();
        });
    }

    private String name() {
        return sql("select database()").one(String.class);
    }

    /** Copies a small table; for large ones run the tools of the server here. */
    private void copy(Databases archives, String from, String to, String table) {
        String moved = quoted(archives.call(from, this::name) + MOVED) + "."
                + quoted(table);
        String definition = archives.call(from,
                () -> (String) sql("show create table " + moved).maps().get(0).get("Create Table"));
        archives.run(to, () -> {
            sql(definition).update();
        });
        for (int done = 0;; done += ROWS) {
            int offset = done;
            List<Map<String, Object>> rows = archives.call(from,
                    () -> sql("select * from " + moved + " order by 1 limit ? offset ?", ROWS, offset).maps());
            if (rows.isEmpty()) {
                return;
            }
            String values = String.join(", ", Collections.nCopies(rows.get(0).size(), "?"));
            archives.run(to, UnitOfWorkOptions.defaults().commitOnSuccess(), () -> {
                rows.forEach(row -> sql("insert into " + quoted(table) + " values (" + values + ")", row.values().toArray())
                        .update());
            });
        }
    }

    private static String quoted(String name) {
        return "`" + name + "`";
    }

    private Sql sql(String sql, Object... parameters) {
        return db.bind("archive").sql(sql, parameters);
    }
}
