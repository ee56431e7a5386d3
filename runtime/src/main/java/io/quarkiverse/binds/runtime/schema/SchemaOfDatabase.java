package io.quarkiverse.binds.runtime.schema;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.hibernate.boot.model.relational.ContributableDatabaseObject;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.mapping.Table;
import org.hibernate.tool.schema.SourceType;
import org.hibernate.tool.schema.TargetType;
import org.hibernate.tool.schema.internal.ExceptionHandlerHaltImpl;
import org.hibernate.tool.schema.spi.ContributableMatcher;
import org.hibernate.tool.schema.spi.ExceptionHandler;
import org.hibernate.tool.schema.spi.ExecutionOptions;
import org.hibernate.tool.schema.spi.SchemaManagementTool;
import org.hibernate.tool.schema.spi.ScriptSourceInput;
import org.hibernate.tool.schema.spi.ScriptTargetOutput;
import org.hibernate.tool.schema.spi.SourceDescriptor;
import org.hibernate.tool.schema.spi.TargetDescriptor;

import io.quarkiverse.binds.runtime.config.SchemaStrategy;

/**
 * Creates, updates, validates or drops the tables of one database for the entities of a bind, by Hibernate's own tools. Used by
 * one thread.
 */
public final class SchemaOfDatabase {

    private static final String[] TABLES = { "TABLE", "BASE TABLE" };

    private final PersistenceUnitMetadata.Model model;
    private final Connection connection;
    private final Options options;

    private SchemaOfDatabase(PersistenceUnitMetadata.Model model, Connection connection) {
        this.model = model;
        this.connection = connection;
        Map<String, Object> settings = new HashMap<>(model.factory().getProperties());
        settings.put(JdbcSettings.JAKARTA_HBM2DDL_CONNECTION, connection);
        this.options = new Options(settings);
    }

    /**
     * Applies a schema strategy, unless scripts have to be applied.
     *
     * @param connection outside of any transaction
     * @throws org.hibernate.HibernateException if it fails, or if the tables are not those that the entities need
     */
    public static void bring(String bind, SchemaStrategy to, Connection connection) throws SQLException {
        PersistenceUnitMetadata.Model model = PersistenceUnitMetadata.of(bind);
        if (model == null || !usesConnection(to)) {
            return;
        }
        SchemaOfDatabase schema = new SchemaOfDatabase(model, connection);
        switch (to) {
            case CREATE -> schema.create();
            case UPDATE -> schema.migrate(ContributableMatcher.ALL);
            case VALIDATE -> schema.validate();
            default -> throw new IllegalArgumentException(to.toString());
        }
    }

    /** Whether {@link #bring} runs statements for a strategy. */
    public static boolean usesConnection(SchemaStrategy strategy) {
        return strategy != SchemaStrategy.NONE && strategy != SchemaStrategy.MIGRATE;
    }

    /**
     * @param connection outside of any transaction
     * @return empty for a bind without entities
     */
    public static Optional<SchemaOfDatabase> of(String bind, Connection connection) {
        return Optional.ofNullable(PersistenceUnitMetadata.of(bind))
                .filter(model -> model.metadata().collectTableMappings().stream().anyMatch(Table::isPhysicalTable))
                .map(model -> new SchemaOfDatabase(model, connection));
    }

    /** Names of the tables of the entities, sorted; with {@code existing}, those that the database has, else those it lacks. */
    public List<String> tablesOfEntities(boolean existing) throws SQLException {
        Set<String> inDatabase = tables();
        boolean mixedCase = connection.getMetaData().supportsMixedCaseIdentifiers();
        return model.metadata().collectTableMappings().stream().filter(Table::isPhysicalTable)
                .filter(table -> exists(table, inDatabase, mixedCase) == existing).map(Table::getName).sorted().toList();
    }

    /** Drops the existing tables of the entities, and their sequences. */
    public void drop() throws SQLException {
        Set<String> existing = tables();
        boolean mixedCase = connection.getMetaData().supportsMixedCaseIdentifiers();
        new SchemaDrop(model, connection).run(model.metadata().collectTableMappings().stream()
                .filter(Table::isPhysicalTable).filter(table -> exists(table, existing, mixedCase)).toList());
    }

    /** Creates the missing tables; existing ones stay as they are. */
    public void create() throws SQLException {
        Set<String> existing = tables();
        boolean mixedCase = connection.getMetaData().supportsMixedCaseIdentifiers();
        if (model.metadata().collectTableMappings().stream().noneMatch(table -> exists(table, existing, mixedCase))) {
            tool().getSchemaCreator(options.getConfigurationValues()).doCreation(model.metadata(), options,
                    ContributableMatcher.ALL, new OfModel(), new ToDatabase());
        } else {
            migrate(object -> !exists(object, existing, mixedCase));
        }
    }

    private void migrate(ContributableMatcher which) {
        tool().getSchemaMigrator(options.getConfigurationValues()).doMigration(model.metadata(), options, which,
                new ToDatabase());
    }

    private void validate() {
        tool().getSchemaValidator(options.getConfigurationValues()).doValidation(model.metadata(), options,
                ContributableMatcher.ALL);
    }

    private SchemaManagementTool tool() {
        return model.factory().getServiceRegistry().requireService(SchemaManagementTool.class);
    }

    private static boolean exists(ContributableDatabaseObject object, Set<String> existing, boolean mixedCase) {
        return object instanceof Table table
                && existing.contains(mixedCase ? table.getName() : table.getName().toLowerCase(Locale.ROOT));
    }

    private Set<String> tables() throws SQLException {
        DatabaseMetaData metadata = connection.getMetaData();
        boolean mixedCase = metadata.supportsMixedCaseIdentifiers();
        Set<String> names = new TreeSet<>();
        try (ResultSet tables = metadata.getTables(connection.getCatalog(), connection.getSchema(), "%", TABLES)) {
            while (tables.next()) {
                String name = tables.getString("TABLE_NAME");
                names.add(mixedCase ? name : name.toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    private record Options(Map<String, Object> settings) implements ExecutionOptions {

        @Override
        public Map<String, Object> getConfigurationValues() {
            return settings;
        }

        @Override
        public boolean shouldManageNamespaces() {
            return false;
        }

        @Override
        public ExceptionHandler getExceptionHandler() {
            return ExceptionHandlerHaltImpl.INSTANCE;
        }
    }

    private static final class OfModel implements SourceDescriptor {

        @Override
        public SourceType getSourceType() {
            return SourceType.METADATA;
        }

        @Override
        public ScriptSourceInput getScriptSourceInput() {
            return null;
        }
    }

    private static final class ToDatabase implements TargetDescriptor {

        @Override
        public EnumSet<TargetType> getTargetTypes() {
            return EnumSet.of(TargetType.DATABASE);
        }

        @Override
        public ScriptTargetOutput getScriptTargetOutput() {
            return null;
        }
    }
}
