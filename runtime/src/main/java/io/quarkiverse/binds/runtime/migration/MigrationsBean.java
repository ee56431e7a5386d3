package io.quarkiverse.binds.runtime.migration;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.binds.MigrationCheck;
import io.quarkiverse.binds.MigrationInfo;
import io.quarkiverse.binds.MigrationOptions;
import io.quarkiverse.binds.MigrationScript;
import io.quarkiverse.binds.Migrations;
import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.ddl.BindConnections;
import io.quarkiverse.binds.runtime.migration.flyway.ScriptRunner;

/** The {@link Migrations} of the application. */
@ApplicationScoped
public class MigrationsBean implements Migrations {

    private final BindConnections connections;
    private final BindMigrations migrations;
    private final ScriptRunner runner;

    MigrationsBean(BindConnections connections, BindMigrations migrations, ScriptRunner runner) {
        this.connections = connections;
        this.migrations = migrations;
        this.runner = runner;
    }

    @Override
    public Migrations in(Path directory) {
        return new MigrationsBean(connections, migrations.in(directory), runner.in(directory));
    }

    @Override
    public MigrationCheck check(String bind) {
        return migrations.check(named("compare the entities with the database of", bind), runner::pending);
    }

    @Override
    public MigrationCheck checkOffline(String bind) {
        return migrations.checkOffline(connections.nameOf(bind));
    }

    @Override
    public Optional<MigrationScript> migrate(String bind, String message, MigrationOptions options) {
        if (options.offline()) {
            return migrations.migrateOffline(connections.nameOf(bind), message, options);
        }
        return migrations.migrate(named("compare the entities with the database of", bind), message, options, runner::pending);
    }

    @Override
    public List<String> upgrade(String bind) {
        return upgrade(bind, "head");
    }

    @Override
    public List<String> upgrade(String bind, String target) {
        return runner.upgrade(named("upgrade", bind), target);
    }

    @Override
    public List<String> downgrade(String bind, String target) {
        return runner.downgrade(named("downgrade", bind), target);
    }

    @Override
    public Optional<String> current(String bind) {
        return runner.current(named("read the history of", bind));
    }

    @Override
    public List<MigrationInfo> history(String bind) {
        return runner.history(named("read the history of", bind));
    }

    @Override
    public void stamp(String bind, String target) {
        runner.stamp(named("stamp", bind), target);
    }

    private String named(String action, String bind) {
        String name = connections.nameOf(bind);
        connections.requireNoTransaction(action + " " + BindNames.display(name));
        return name;
    }
}
