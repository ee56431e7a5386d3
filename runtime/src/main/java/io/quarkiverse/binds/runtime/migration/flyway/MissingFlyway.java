package io.quarkiverse.binds.runtime.migration.flyway;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.quarkiverse.binds.Binds;
import io.quarkiverse.binds.MigrationInfo;
import io.quarkiverse.binds.runtime.config.BindNames;

/** Refuses to work with scripts in an application without Flyway, and names the dependencies. */
@Singleton
public class MissingFlyway implements ScriptRunner {

    private final Binds binds;

    MissingFlyway(Binds binds) {
        this.binds = binds;
    }

    @Override
    public ScriptRunner in(Path directory) {
        return this;
    }

    @Override
    public List<String> upgrade(String bind, String target) {
        throw missing(bind);
    }

    @Override
    public List<String> downgrade(String bind, String target) {
        throw missing(bind);
    }

    @Override
    public Optional<String> current(String bind) {
        throw missing(bind);
    }

    @Override
    public List<MigrationInfo> history(String bind) {
        throw missing(bind);
    }

    /** An application with scripts is not built without Flyway; one without scripts can compare entities and database. */
    @Override
    public List<String> pending(String bind) {
        return List.of();
    }

    @Override
    public void stamp(String bind, String target) {
        throw missing(bind);
    }

    private IllegalStateException missing(String bind) {
        return new IllegalStateException("The scripts of " + BindNames.display(bind) + " cannot be used without Flyway: add "
                + FlywayDependencies.of(binds.get(bind).kind()));
    }
}
