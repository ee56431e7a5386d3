package io.quarkiverse.binds.runtime.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

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
    }

    private String name(Table table) {
        return names.format(table.getQualifiedTableName());
    }

    /** Names of the foreign keys that a table has in the database. */
    private Set<String> foreignKeys(Table table) throws SQLException {
        Set<String> foreignKeys = new LinkedHashSet<>();
        String name = connection.getMetaData().storesUpperCaseIdentifiers() && !table.isQuoted()
                ? table.getName().toUpperCase(Locale.ROOT)
                : table.getName();
        try (ResultSet keys = connection.getMetaData().getImportedKeys(connection.getCatalog(), connection.getSchema(), name)) {
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
