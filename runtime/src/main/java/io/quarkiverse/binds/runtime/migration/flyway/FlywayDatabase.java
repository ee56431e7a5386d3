package io.quarkiverse.binds.runtime.migration.flyway;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import javax.sql.DataSource;

import jakarta.persistence.PersistenceException;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.FlywayExecutor;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;

import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.config.MigrationConfig;
import io.quarkiverse.binds.runtime.config.MigrationLocation;
import io.quarkiverse.binds.runtime.migration.flyway.HistoryTable.Mark;
import io.quarkus.datasource.common.runtime.DatabaseKind;
import io.quarkus.flyway.runtime.FlywayContainerUtil;

/**
 * The database of a bind, its scripts and its history, with the configuration of Quarkus's Flyway for this bind. Used by one
 * thread.
 *
 * @param kind of the database
 */
record FlywayDatabase(String bind, String kind, Configuration configuration, BindScripts scripts, ScriptErrors errors) {

    private static final String TABLE = "flyway_schema_history";

    /**
     * @param database null for that of Quarkus's Flyway
     * @param directory null for packaged scripts only
     */
    static FlywayDatabase of(String bind, String kind, DataSource database, Path directory) {
        Configuration ofQuarkus = FlywayContainerUtil.getFlywayContainer(bind).getFlyway().getConfiguration();
        BindScripts scripts = new BindScripts(bind, ofQuarkus.getResourceProvider(), directory);
        FluentConfiguration own = copy(ofQuarkus).resourceProvider(scripts)
                // generated scripts are plain SQL, in which ${...} is text; placeholders that are configured are replaced
                .placeholderReplacement(!ofQuarkus.getPlaceholders().isEmpty())
                .table(table(bind, ofQuarkus, database == null ? ofQuarkus.getDataSource() : database));
        if (database != null) {
            own.dataSource(database);
        }
        return new FlywayDatabase(bind, kind, own, scripts, new ScriptErrors(bind));
    }

    /**
     * Name of the history table. Binds that share a database need a history each: that of the default bind is Flyway's own
     * table, that of a named one has its name, unless it has begun with Flyway's own before another bind came.
     */
    private static String table(String bind, Configuration ofQuarkus, DataSource database) {
        boolean isSet = !ofQuarkus.getTable().equals(TABLE) || MigrationConfig.hasHistoryTable(bind);
        return isSet || BindNames.isDefault(bind) || !MigrationConfig.sharesDatabase(bind)
                || hasEntryIn(TABLE, bind, database) ? ofQuarkus.getTable() : TABLE + "_" + bind;
    }

    private static boolean hasEntryIn(String table, String bind, DataSource database) {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            String quote = connection.getMetaData().getIdentifierQuoteString();
            try (ResultSet scripts = statement
                    .executeQuery("SELECT " + quote + "script" + quote + " FROM " + quote + table + quote)) {
                String location = MigrationLocation.of(bind) + "/";
                while (scripts.next()) {
                    if (scripts.getString(1).startsWith(location)) {
                        return true;
                    }
                }
            }
            return false;
        } catch (SQLException e) {
            return false; // there is no such table; if the database is not reachable, the next step says so
        }
    }

    private static FluentConfiguration copy(Configuration original) {
        return Flyway.configure(original.getClassLoader()).configuration(original);
    }

    FluentConfiguration copy() {
        return copy(configuration);
    }

    FluentConfiguration with(Callback callback) {
        return copy().callbacks(Stream.concat(Arrays.stream(configuration.getCallbacks()), Stream.of(callback))
                .toArray(Callback[]::new));
    }

    Versions versions() {
        return Versions.of(new Flyway(configuration).info().all());
    }

    /**
     * Makes the history table in a database that other binds use too: Flyway itself would refuse to begin in one with tables.
     */
    void beginHistory() {
        if (MigrationConfig.sharesDatabase(bind)) {
            new FlywayExecutor(configuration).execute((resolver, history, db, schema, schemas, callbacks, interceptor) -> {
                if (!history.exists()) {
                    history.create(false);
                }
                return null;
            }, true, null);
        }
    }

    /** Whether the table has marks; see {@link HistoryTable}. */
    boolean keepsMarks() {
        return DatabaseKind.isMySQL(kind) || DatabaseKind.isMariaDB(kind);
    }

    /** Whether changes of tables are rolled back. */
    boolean rollsBack() {
        return DatabaseKind.isPostgreSQL(kind);
    }

    /** The mark of a script that is being executed or was interrupted, on MySQL and MariaDB. */
    Optional<Mark> mark() {
        return onHistory((connection, table) -> {
            try (ResultSet tables = connection.getMetaData().getTables(connection.getCatalog(), null,
                    configuration.getTable(), null)) {
                return tables.next() ? table.mark(connection) : Optional.empty();
            }
        });
    }

    /** Looks at the mark while no other process executes a script. */
    void onLockedHistory(Consumer<Optional<Mark>> work) {
        new FlywayExecutor(configuration).execute(
                (resolver, history, db, schema, schemas, callbacks, interceptor) -> history.lock(() -> {
                    HistoryTable table = HistoryTable.of(db, schema, configuration.getTable());
                    work.accept(table.mark(db.getMainConnection().getJdbcConnection()));
                    return null;
                }), true, null);
    }

    interface Work<T> {
        T on(Connection connection, HistoryTable table) throws SQLException;
    }

    /** Works on the history table of MySQL or MariaDB, each statement in a transaction of its own. */
    <T> T onHistory(Work<T> work) {
        try (Connection connection = configuration.getDataSource().getConnection()) {
            connection.setAutoCommit(true);
            if (configuration.getDefaultSchema() != null) {
                connection.setCatalog(configuration.getDefaultSchema());
            }
            return work.on(connection, HistoryTable.onMySql(connection, configuration.getTable()));
        } catch (SQLException e) {
            throw new PersistenceException("The history table " + configuration.getTable() + " is not accessible: "
                    + e.getMessage(), e);
        }
    }
}
