package io.quarkiverse.binds.runtime.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.mapping.Table;

import io.quarkiverse.binds.DatabaseTable;
import io.quarkiverse.binds.runtime.catalog.CatalogKind;
import io.quarkiverse.binds.runtime.catalog.Rename;
import io.quarkiverse.binds.runtime.catalog.SchemaState;
import io.quarkiverse.binds.runtime.catalog.SchemaState.EnumType;
import io.quarkiverse.binds.runtime.catalog.SchemaState.Sequence;
import io.quarkiverse.binds.runtime.catalog.SqlToken;
import io.quarkiverse.binds.runtime.schema.PersistenceUnitMetadata;

/**
 * The tables and sequences that Hibernate ORM would create for the entities of a bind, without a server. Tables with an
 * explicit schema or catalog other than the default are left out, as they are in a reading of the catalog.
 */
public final class ModelReader {

    private final PersistenceUnitMetadata.Model model;
    private final SqlStringGenerationContext context;
    private final CatalogKind kind;

    private ModelReader(PersistenceUnitMetadata.Model model, CatalogKind kind) {
        this.model = model;
        this.context = model.factory().getSqlStringGenerationContext();
        this.kind = kind;
    }

    /**
     * Reads the state that the entities need. A collation of null means that none is mapped, so that of the database is right,
     * whichever it is.
     *
     * @return empty for a bind without entities
     */
    public static Optional<SchemaState> read(String bind, CatalogKind kind) {
        PersistenceUnitMetadata.Model model = PersistenceUnitMetadata.of(bind);
        if (model == null) {
            return Optional.empty();
        }
        synchronized (model.metadata()) { // to create the text of a table changes the metadata
            SchemaState state = new ModelReader(model, kind).state();
            return state.tables().isEmpty() ? Optional.empty() : Optional.of(state);
        }
    }

    /**
     * The earlier names of tables and columns, from {@link io.quarkiverse.binds.RenamedFrom}.
     *
     * @throws IllegalStateException if the annotation is on an attribute that has not one column
     */
    public static List<Rename> renames(String bind, CatalogKind kind) {
        PersistenceUnitMetadata.Model model = PersistenceUnitMetadata.of(bind);
        return model == null ? List.of() : new RenameReader(model.metadata(), kind).read();
    }

    /**
     * The statements that insert the first rows of new tables, such as the number that a table of a generator of ids begins
     * with.
     *
     * @return statements by the name of the table; tables without such rows are left out
     */
    public static Map<String, List<String>> initialRows(String bind, CatalogKind kind) {
        PersistenceUnitMetadata.Model model = PersistenceUnitMetadata.of(bind);
        Map<String, List<String>> rows = new TreeMap<>();
        if (model != null) {
            ModelReader reader = new ModelReader(model, kind);
            TableReader names = new TableReader(model.metadata(), reader.context, kind);
            reader.tables().forEach(table -> {
                List<String> statements = table.getInitCommands(reader.context).stream()
                        .flatMap(command -> Stream.of(command.initCommands())).toList();
                if (!statements.isEmpty()) {
                    rows.put(names.name(table), statements);
                }
            });
        }
        return rows;
    }

    private SchemaState state() {
        TableReader reader = new TableReader(model.metadata(), context, kind);
        List<DatabaseTable> tables = tables().map(reader::read)
                .sorted(Comparator.comparing(table -> table.name().toLowerCase(Locale.ROOT))).toList();
        return new SchemaState(tables, sequences(), types());
    }

    private Stream<Table> tables() {
        return model.metadata().collectTableMappings().stream()
                .filter(table -> table.isPhysicalTable() && !table.isView() && isOfThisSchema(table));
    }

    private boolean isOfThisSchema(Table table) {
        return isDefault(table.getSchema(), context.getDefaultSchema() == null ? null : context.getDefaultSchema().getText())
                && isDefault(table.getCatalog(),
                        context.getDefaultCatalog() == null ? null : context.getDefaultCatalog().getText());
    }

    private static boolean isDefault(String name, String defaultName) {
        return name == null || name.equalsIgnoreCase(defaultName);
    }

    /** Hibernate ORM creates a named type by a statement of its own. */
    private List<EnumType> types() {
        if (kind != CatalogKind.POSTGRESQL) {
            return List.of();
        }
        return model.metadata().getDatabase().getAuxiliaryDatabaseObjects().stream()
                .flatMap(object -> Stream.of(object.sqlCreateStrings(context)))
                .flatMap(sql -> type(SqlToken.split(sql, kind)).stream()).distinct()
                .sorted(Comparator.comparing(EnumType::name)).toList();
    }

    private Optional<EnumType> type(List<SqlToken> statement) {
        boolean isEnum = statement.size() > 5 && statement.get(0).is("create") && statement.get(1).is("type")
                && statement.get(4).is("enum");
        return !isEnum ? Optional.empty()
                : Optional.of(new EnumType(
                        new SqlNames(kind).of(statement.get(2).text(), statement.get(2).kind() == SqlToken.Kind.NAME),
                        statement.stream().filter(token -> token.kind() == SqlToken.Kind.STRING).map(SqlToken::text).toList()));
    }

    private List<Sequence> sequences() {
        SqlNames names = new SqlNames(kind);
        List<Sequence> sequences = new ArrayList<>();
        if (kind == CatalogKind.MYSQL) {
            return sequences;
        }
        for (Namespace namespace : model.metadata().getDatabase().getNamespaces()) {
            namespace.getSequences().forEach(sequence -> sequences.add(new Sequence(
                    names.of(sequence.getName().getSequenceName().getText(), sequence.getName().getSequenceName().isQuoted()),
                    sequence.getInitialValue(), sequence.getIncrementSize())));
        }
        sequences.sort(Comparator.comparing(sequence -> sequence.name().toLowerCase(Locale.ROOT)));
        return sequences;
    }
}
