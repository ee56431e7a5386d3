package io.quarkiverse.binds.runtime.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import io.quarkiverse.binds.runtime.catalog.CatalogKind;
import io.quarkiverse.binds.runtime.catalog.CatalogReader;
import io.quarkiverse.binds.runtime.catalog.SchemaState;
import io.quarkiverse.binds.runtime.migration.comparison.Expressions;
import io.quarkiverse.binds.runtime.migration.comparison.Options;
import io.quarkiverse.binds.runtime.migration.comparison.ServerExpressions;
import io.quarkiverse.binds.runtime.migration.file.Snapshot;
import io.quarkiverse.binds.runtime.model.ModelReader;

/**
 * The three states of the tables of a bind: as its entities need them, as its database has them, as its snapshot records them.
 * Tables that the filter leaves out are in none of them. Used by one thread.
 */
final class MigrationStates {

    static final SchemaState EMPTY = new SchemaState(List.of(), List.of());

    private final String bind;
    private final CatalogKind kind;
    private final Predicate<String> isIncluded;
    private final SchemaState model;
    private final Optional<SchemaState> snapshot;

    /** @param isIncluded by the name of the table */
    MigrationStates(String bind, CatalogKind kind, Predicate<String> isIncluded, Optional<Snapshot> snapshot) {
        this.bind = bind;
        this.kind = kind;
        this.isIncluded = isIncluded;
        this.model = included(ModelReader.read(bind, kind).orElse(EMPTY));
        this.snapshot = snapshot.map(Snapshot::schema).map(this::included);
    }

    private SchemaState included(SchemaState state) {
        return new SchemaState(state.tables().stream().filter(table -> isIncluded.test(table.name())).toList(),
                state.sequences().stream().filter(sequence -> isIncluded.test(sequence.name())).toList(),
                state.types().stream().filter(type -> isIncluded.test(type.name())).toList());
    }

    boolean hasEntities() {
        return !model.tables().isEmpty();
    }

    boolean hasSnapshot() {
        return snapshot.isPresent();
    }

    /** From the database to the entities. */
    BindComparison databaseToModel(Connection connection) throws SQLException {
        return BindComparison.of(database(connection), model,
                options(new ServerExpressions(connection, kind)));
    }

    /** From the database to the snapshot, which shows what was changed in the database without a script. */
    BindComparison databaseToSnapshot(Connection connection) throws SQLException {
        return BindComparison.of(database(connection), snapshot.orElse(EMPTY),
                options(new ServerExpressions(connection, kind)));
    }

    /** From the snapshot to the entities. */
    BindComparison snapshotToModel() {
        return BindComparison.of(snapshot.orElse(EMPTY), model, options(ServerExpressions.textual(kind)));
    }

    private SchemaState database(Connection connection) throws SQLException {
        return included(CatalogReader.readState(connection));
    }

    private Options options(Expressions expressions) {
        return Options.of(kind).withExpressions(expressions).withSnapshot(snapshot.orElse(EMPTY))
                .withRenames(ModelReader.renames(bind, kind));
    }
}
