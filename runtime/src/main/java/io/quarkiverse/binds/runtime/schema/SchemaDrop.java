package io.quarkiverse.binds.runtime.schema;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.hibernate.boot.model.relational.AuxiliaryDatabaseObject;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.model.relational.Sequence;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Table;

/**
 * Drops tables of the entities of a bind, after the foreign keys that these tables have in the database. Hibernate's own tool
 * drops the foreign keys of the model, which fails on MySQL if the database lacks one, and on PostgreSQL those of other tables
 * as well. Used by one thread.
 */
final class SchemaDrop {

    private static final Pattern DROP_TYPE = Pattern.compile("drop type if exists (\\S+) cascade");

    private final PersistenceUnitMetadata.Model model;
    private final Connection connection;
    private final Dialect dialect;
    private final SqlStringGenerationContext names;

    SchemaDrop(PersistenceUnitMetadata.Model model, Connection connection) {
        this.model = model;
        this.connection = connection;
        this.dialect = model.factory().getJdbcServices().getDialect();
        this.names = model.factory().getSqlStringGenerationContext();
    }

    /** @throws SQLException with the statement that failed */
    void run(Collection<Table> existing) throws SQLException {
        requireUnreferenced(existing);
        for (Table table : existing) {
            for (String foreignKey : foreignKeys(table)) {
                execute(dialect.getAlterTableString(name(table)) + " " + dialect.getDropForeignKeyString() + " "
                        + dialect.quote("`" + foreignKey + "`"));
            }
        }
        for (Table table : existing) {
            execute("drop table " + name(table));
        }
        for (Namespace namespace : model.metadata().getDatabase().getNamespaces()) {
            for (Sequence sequence : namespace.getSequences()) {
                for (String drop : dialect.getSequenceExporter().getSqlDropStrings(sequence, model.metadata(), names)) {
                    execute(drop);
                }
            }
        }
        dropTypes();
    }

    /**
     * Drops the types that Hibernate ORM makes for enums on PostgreSQL, but not with cascade as it would: that would drop the
     * columns of other tables that have the type.
     */
    private void dropTypes() throws SQLException {
        for (AuxiliaryDatabaseObject object : model.metadata().getDatabase().getAuxiliaryDatabaseObjects()) {
            for (String drop : object.sqlDropStrings(names)) {
                Matcher type = DROP_TYPE.matcher(drop);
                if (type.matches()) {
                    execute("drop cast if exists (varchar as " + type.group(1) + ")");
                    execute("drop cast if exists (" + type.group(1) + " as varchar)");
                    execute("drop type if exists " + type.group(1));
                }
            }
        }
    }

    /** Refuses before anything is dropped: otherwise the tables that are left would have lost their foreign keys. */
    private void requireUnreferenced(Collection<Table> existing) throws SQLException {
        Set<String> dropped = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        existing.forEach(table -> dropped.add(table.getName()));
        for (Table table : existing) {
            try (ResultSet keys = connection.getMetaData().getExportedKeys(connection.getCatalog(), connection.getSchema(),
                    nameInCatalog(table))) {
                while (keys.next()) {
                    if (!dropped.contains(keys.getString("FKTABLE_NAME"))) {
                        throw new IllegalStateException("The foreign key " + keys.getString("FK_NAME") + " of table "
                                + keys.getString("FKTABLE_NAME") + ", which is of no entity, refers to " + table.getName()
                                + ": drop it first");
                    }
                }
            }
        }
    }

    private String nameInCatalog(Table table) throws SQLException {
        if (table.isQuoted()) {
            return table.getName();
        }
        DatabaseMetaData metadata = connection.getMetaData();
        return metadata.storesUpperCaseIdentifiers() ? table.getName().toUpperCase(Locale.ROOT)
                : metadata.storesLowerCaseIdentifiers() ? table.getName().toLowerCase(Locale.ROOT) : table.getName();
    }

    private String name(Table table) {
        return names.format(table.getQualifiedTableName());
    }

    /** Names of the foreign keys that a table has in the database. */
    private Set<String> foreignKeys(Table table) throws SQLException {
        Set<String> foreignKeys = new LinkedHashSet<>();
        try (ResultSet keys = connection.getMetaData().getImportedKeys(connection.getCatalog(), connection.getSchema(),
                nameInCatalog(table))) {
            while (keys.next()) {
                foreignKeys.add(keys.getString("FK_NAME"));
            }
        }
        return foreignKeys;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new SQLException("[" + sql + "] " + e.getMessage(), e.getSQLState(), e.getErrorCode(), e);
        }
    }
}
