package io.quarkiverse.binds.runtime.upsert;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.metamodel.mapping.ModelPart;
import org.hibernate.persister.entity.EntityPersister;

/**
 * The unique indexes of the tables of entities, read from the database, since a mapping may declare a constraint that the
 * database does not have. Read once per table and database, and again before a key is refused. Thread-safe.
 */
final class UniqueIndexes {

    /** Bound of each map, for applications with many tenants: a full map is read anew. */
    private static final int MAX_ENTRIES = 10_000;

    private final Map<Table, List<UniqueIndex>> known = new ConcurrentHashMap<>();
    private final Map<Covered, List<UniqueIndex>> covered = new ConcurrentHashMap<>();

    /** A table of a database. */
    private record Table(String name, Object tenant, Object factory) {
    }

    /** A key that has been accepted in a database. */
    private record Covered(EntityPersister mapping, Set<String> attributes, Object tenant) {
    }

    /** @param columns names in lower case */
    record UniqueIndex(String name, Set<String> columns) {
    }

    /** The columns of attributes, in lower case, in their table. */
    record Columns(String table, Set<String> names) {

        static Columns of(EntityPersister mapping, Set<String> attributes) {
            Set<String> tables = new LinkedHashSet<>();
            Set<String> names = new LinkedHashSet<>();
            for (String attribute : attributes) {
                ModelPart part = mapping.findSubPart(attribute, null);
                part.forEachSelectable((index, column) -> {
                    tables.add(column.getContainingTableExpression());
                    names.add(unquoted(column.getSelectionExpression()).toLowerCase(Locale.ROOT));
                });
            }
            if (tables.size() != 1) {
                throw new IllegalStateException("The key " + String.join(", ", attributes) + " of " + mapping.getEntityName()
                        + " is in several tables (" + String.join(", ", tables)
                        + "), so no unique constraint can cover it: choose attributes of one table");
            }
            return new Columns(tables.iterator().next(), names);
        }
    }

    /** The indexes that make a key unique: all columns of each belong to the key. */
    List<UniqueIndex> covering(SessionImplementor session, AttributeValues key) {
        Covered accepted = new Covered(key.mapping(), Set.copyOf(key.names()), session.getTenantIdentifierValue());
        List<UniqueIndex> indexes = covered.get(accepted);
        if (indexes == null) {
            Columns columns = Columns.of(key.mapping(), key.names());
            indexes = require(session, key, columns, index -> columns.names().containsAll(index.columns()), "cover");
            put(covered, accepted, indexes);
        }
        return indexes;
    }

    /** The indexes with exactly the columns of a key. */
    List<UniqueIndex> matching(SessionImplementor session, AttributeValues key) {
        Columns columns = Columns.of(key.mapping(), key.names());
        return require(session, key, columns, index -> columns.names().equals(index.columns()), "have exactly");
    }

    /** All indexes of the table of a key. */
    List<UniqueIndex> all(SessionImplementor session, AttributeValues key) {
        return known(session, Columns.of(key.mapping(), key.names()).table(), false);
    }

    private List<UniqueIndex> require(SessionImplementor session, AttributeValues key, Columns columns,
            Predicate<UniqueIndex> suitable, String verb) {
        List<UniqueIndex> found = known(session, columns.table(), false).stream().filter(suitable).toList();
        if (found.isEmpty()) {
            found = known(session, columns.table(), true).stream().filter(suitable).toList();
        }
        if (found.isEmpty()) {
            String names = String.join("\", \"", columns.names());
            throw new IllegalStateException("No unique constraint of the table " + columns.table() + " in the database would "
                    + verb + " the column" + (columns.names().size() > 1 ? "s " : " ") + String.join(", ", columns.names())
                    + ", so that two rows for one key of " + key.mapping().getEntityName() + " (" + key.describe()
                    + ") could be created at once. Add @Table(uniqueConstraints = @UniqueConstraint(columnNames = {\"" + names
                    + "\"})) to the entity, and the constraint to the database");
        }
        return found;
    }

    private List<UniqueIndex> known(SessionImplementor session, String table, boolean again) {
        Table key = new Table(table, session.getTenantIdentifierValue(), session.getFactory().getUuid());
        List<UniqueIndex> indexes = again ? null : known.get(key);
        if (indexes == null) {
            indexes = session.doReturningWork(connection -> read(connection, table));
            put(known, key, indexes);
        }
        return indexes;
    }

    private static <K> void put(Map<K, List<UniqueIndex>> map, K key, List<UniqueIndex> indexes) {
        if (map.size() >= MAX_ENTRIES) {
            map.clear();
        }
        map.put(key, indexes);
    }

    private static List<UniqueIndex> read(Connection connection, String expression) throws SQLException {
        DatabaseMetaData metaData = connection.getMetaData();
        String[] qualified = expression.split("\\.");
        String qualifier = qualified.length > 1 ? stored(metaData, qualified[qualified.length - 2]) : null;
        String table = stored(metaData, qualified[qualified.length - 1]);
        boolean schemas = metaData.supportsSchemasInTableDefinitions();
        String catalog = schemas || qualifier == null ? connection.getCatalog() : qualifier;
        String schema = !schemas ? null : qualifier == null ? connection.getSchema() : qualifier;
        Map<String, Set<String>> columns = new LinkedHashMap<>();
        Set<String> partial = new LinkedHashSet<>();
        try (ResultSet rows = metaData.getIndexInfo(catalog, schema, table, true, true)) {
            while (rows.next()) {
                String name = rows.getString("INDEX_NAME");
                if (name == null) {
                    continue; // statistics
                }
                String column = rows.getString("COLUMN_NAME");
                columns.computeIfAbsent(name, key -> new LinkedHashSet<>())
                        .add(column == null ? "" : unquoted(column).toLowerCase(Locale.ROOT));
                if (rows.getString("FILTER_CONDITION") != null) {
                    partial.add(name);
                }
            }
        }
        columns.keySet().removeAll(partial);
        List<UniqueIndex> indexes = new ArrayList<>();
        columns.forEach((name, names) -> indexes.add(new UniqueIndex(name, names)));
        return List.copyOf(indexes);
    }

    /** The name as the database stores it: one without quotes is folded to its case. */
    private static String stored(DatabaseMetaData metaData, String name) throws SQLException {
        if (!unquoted(name).equals(name)) {
            return unquoted(name);
        }
        if (metaData.storesUpperCaseIdentifiers()) {
            return name.toUpperCase(Locale.ROOT);
        }
        // MySQL folds names of tables itself, if its server is set up so
        return metaData.storesLowerCaseIdentifiers() ? name.toLowerCase(Locale.ROOT) : name;
    }

    private static String unquoted(String name) {
        boolean quoted = name.length() > 1 && "\"`".indexOf(name.charAt(0)) >= 0;
        return quoted ? name.substring(1, name.length() - 1) : name;
    }
}
