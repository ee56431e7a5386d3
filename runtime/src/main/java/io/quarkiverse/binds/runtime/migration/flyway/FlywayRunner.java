package io.quarkiverse.binds.runtime.migration.flyway;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionManager;

import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationState;

import io.quarkiverse.binds.BindInfo;
import io.quarkiverse.binds.Binds;
import io.quarkiverse.binds.MigrationInfo;
import io.quarkiverse.binds.runtime.config.MigrationConfig;
import io.quarkiverse.binds.runtime.pool.SuspendedTransaction;
import io.quarkiverse.binds.runtime.session.Sessions;

/** Applies and reverts scripts by Flyway, outside of every transaction. */
@Singleton
public class FlywayRunner implements ScriptRunner {

    private final Binds binds;
    private final Sessions sessions;
    private final TransactionManager transactionManager;
    private final Path directory;

    @Inject
    FlywayRunner(Binds binds, Sessions sessions, TransactionManager transactionManager) {
        this(binds, sessions, transactionManager, MigrationConfig.directory().orElse(null));
    }

    private FlywayRunner(Binds binds, Sessions sessions, TransactionManager transactionManager, Path directory) {
        this.binds = binds;
        this.sessions = sessions;
        this.transactionManager = transactionManager;
        this.directory = directory;
    }

    @Override
    public ScriptRunner in(Path other) {
        return new FlywayRunner(binds, sessions, transactionManager, other);
    }

    @Override
    public List<String> upgrade(String bind, String target) {
        return on("apply scripts", bind, database -> new ScriptUpgrade(database).to(target));
    }

    @Override
    public List<String> downgrade(String bind, String target) {
        return on("revert scripts", bind, database -> new ScriptUndo(database).to(target));
    }

    @Override
    public Optional<String> current(String bind) {
        return on("read the current version", bind,
                database -> Optional.of(database.versions().current()).filter(version -> !version.equals(Versions.BASE)));
    }

    @Override
    public List<MigrationInfo> history(String bind) {
        return on("read the history", bind,
                database -> database.versions().all().stream().map(FlywayRunner::info).toList());
    }

    private static MigrationInfo info(org.flywaydb.core.api.MigrationInfo script) {
        Date installed = script.getInstalledOn();
        return new MigrationInfo(script.getVersion() == null ? "" : script.getVersion().getVersion(), script.getDescription(),
                state(script.getState()), installed == null ? null : Instant.ofEpochMilli(installed.getTime()));
    }

    private static MigrationInfo.State state(MigrationState state) {
        if (state.isFailed()) {
            return MigrationInfo.State.FAILED;
        }
        if (state.isApplied()) {
            return state.isResolved() || state == MigrationState.BASELINE ? MigrationInfo.State.APPLIED
                    : MigrationInfo.State.MISSING;
        }
        return state == MigrationState.BELOW_BASELINE ? MigrationInfo.State.APPLIED : MigrationInfo.State.PENDING;
    }

    @Override
    public List<String> pending(String bind) {
        return on("read the history", bind, database -> database.versions().pending().stream()
                .map(script -> script.getVersion() == null ? script.getDescription() : script.getVersion().getVersion())
                .toList());
    }

    @Override
    public void stamp(String bind, String target) {
        on("stamp the history", bind, database -> {
            new HistoryStamp(database).to(target);
            return null;
        });
    }

    private <T> T on(String action, String name, Function<FlywayDatabase, T> work) {
        BindInfo bind = binds.get(name);
        sessions.requireNoTransaction(action);
        try (SuspendedTransaction none = new SuspendedTransaction(transactionManager)) {
            return work.apply(FlywayDatabase.of(bind.name(), bind.kind(), null, directory));
        } catch (FlywayException e) {
            throw new ScriptErrors(bind.name()).other(action, e);
        }
    }
}
