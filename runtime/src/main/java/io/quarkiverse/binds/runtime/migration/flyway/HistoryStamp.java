package io.quarkiverse.binds.runtime.migration.flyway;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

import org.flywaydb.core.FlywayExecutor;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.resolver.ResolvedMigration;
import org.flywaydb.core.extensibility.AppliedMigration;
import org.flywaydb.core.internal.resolver.CompositeMigrationResolver;
import org.flywaydb.core.internal.schemahistory.SchemaHistory;

/**
 * Makes the history say that exactly the scripts up to a version are applied. Repeatable scripts keep their entries. Used by
 * one thread, once.
 */
final class HistoryStamp {

    private final FlywayDatabase database;
    private final Configuration configuration;

    HistoryStamp(FlywayDatabase database) {
        this.database = database;
        this.configuration = database.configuration();
    }

    void to(String target) {
        Versions versions = database.versions();
        MigrationVersion version = target.equals(Versions.BASE) ? MigrationVersion.EMPTY
                : target.equals(Versions.HEAD) ? MigrationVersion.LATEST : versions.find(target);
        if (version == null) {
            throw database.errors().unknownVersion(target, versions.texts(), database.scripts().places());
        }
        new FlywayExecutor(configuration).execute((resolver, history, db, schema, schemas, callbacks, interceptor) -> {
            if (!history.exists()) {
                history.create(false);
            }
            HistoryTable table = HistoryTable.of(db, schema, configuration.getTable());
            return history.lock(() -> {
                Connection connection = db.getMainConnection().getJdbcConnection();
                boolean autoCommit = connection.getAutoCommit();
                connection.setAutoCommit(false);
                try {
                    stamp(scripts(resolver, version), history, connection, table);
                    if (autoCommit) {
                        connection.commit(); // else the lock has a transaction
                    }
                } finally {
                    if (autoCommit) {
                        connection.rollback();
                        connection.setAutoCommit(true);
                    }
                }
                return null;
            });
        }, true, null);
    }

    private List<ResolvedMigration> scripts(CompositeMigrationResolver resolver, MigrationVersion version) {
        return resolver.resolveMigrations(configuration).stream()
                .filter(script -> script.getVersion() != null && script.getVersion().compareTo(version) <= 0)
                .sorted((one, other) -> one.getVersion().compareTo(other.getVersion())).toList();
    }

    private static void stamp(List<ResolvedMigration> scripts, SchemaHistory history, Connection connection,
            HistoryTable table) throws SQLException {
        table.end(connection);
        history.clearCache();
        List<AppliedMigration> before = List.copyOf(history.allAppliedMigrations());
        for (AppliedMigration entry : before) {
            if (entry.getVersion() != null && scripts.stream().noneMatch(script -> isOf(entry, script))) {
                table.deleteRank(connection, entry.getInstalledRank());
            }
        }
        history.clearCache();
        for (ResolvedMigration script : scripts) {
            if (before.stream().noneMatch(entry -> isOf(entry, script))) {
                history.addAppliedMigration(script.getVersion(), script.getDescription(), script.getType(),
                        script.getScript(), script.getChecksum(), 0, true);
            }
        }
    }

    private static boolean isOf(AppliedMigration entry, ResolvedMigration script) {
        return entry.isSuccess() && script.getVersion().equals(entry.getVersion())
                && Objects.equals(script.getChecksum(), entry.getChecksum())
                && script.getType().name().equals(entry.getType().name())
                && script.getDescription().equals(entry.getDescription());
    }
}
