package io.quarkiverse.binds.test.migrations.attributes;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.transaction.TransactionManager;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import io.quarkiverse.binds.Schema;
import io.quarkiverse.binds.runtime.catalog.CatalogKind;
import io.quarkiverse.binds.runtime.catalog.CatalogReader;
import io.quarkiverse.binds.runtime.catalog.Rename;
import io.quarkiverse.binds.runtime.catalog.SchemaState;
import io.quarkiverse.binds.runtime.migration.comparison.Change;
import io.quarkiverse.binds.runtime.migration.comparison.Options;
import io.quarkiverse.binds.runtime.migration.comparison.SchemaComparison;
import io.quarkiverse.binds.runtime.migration.comparison.ServerExpressions;
import io.quarkiverse.binds.runtime.model.ModelReader;
import io.quarkiverse.binds.runtime.pool.SuspendedTransaction;
import io.quarkus.agroal.runtime.AgroalDataSourceUtil;

/** Creates the tables of all attributes and compares the states of entities and catalog. */
@Path("attributes/{bind}")
public class AttributesResource {

    /** Size, renames and initial rows of the tables that the entities of a bind need. */
    public record Model(int tables, int columns, List<Rename> renames, Map<String, List<String>> initialRows) {
    }

    @Inject
    Schema schema;

    @Inject
    TransactionManager transactionManager;

    @POST
    public List<String> create(@PathParam("bind") String bind) {
        schema.dropAll(bind);
        return schema.createAll(bind).get(bind);
    }

    @DELETE
    public void drop(@PathParam("bind") String bind) {
        schema.dropAll(bind);
    }

    /** The changes from the catalog to the entities. */
    @GET
    @Path("differences")
    public List<String> differences(@PathParam("bind") String bind) throws SQLException {
        return onConnection(bind, (connection, kind) -> {
            Options options = Options.of(kind).withExpressions(new ServerExpressions(connection, kind));
            return SchemaComparison.compare(CatalogReader.readState(connection), ModelReader.read(bind, kind).orElseThrow(),
                    options).stream().map(Change::toString).toList();
        });
    }

    /** All tables, of entities and others, but Flyway's. */
    @GET
    @Path("dump")
    public String dump(@PathParam("bind") String bind) throws SQLException {
        return onConnection(bind, (connection, kind) -> {
            SchemaState all = CatalogReader.readState(connection);
            return new SchemaState(all.tables().stream().filter(table -> !table.name().startsWith("flyway")).toList(),
                    all.sequences(), all.types()).toString();
        });
    }

    @GET
    @Path("model/{kind}")
    public Model model(@PathParam("bind") String bind, @PathParam("kind") CatalogKind kind) {
        SchemaState model = ModelReader.read(bind, kind).orElseThrow();
        return new Model(model.tables().size(), model.tables().stream().mapToInt(table -> table.columns().size()).sum(),
                ModelReader.renames(bind, kind).stream().sorted(Comparator.comparing(Rename::from)).toList(),
                ModelReader.initialRows(bind, kind));
    }

    @POST
    @Path("sql")
    public void execute(@PathParam("bind") String bind, @QueryParam("sql") List<String> statements) throws SQLException {
        onConnection(bind, (connection, kind) -> {
            execute(connection, statements);
            return null;
        });
    }

    /** A script of another tool. */
    @POST
    @Path("script")
    public void execute(@PathParam("bind") String bind, String script) throws SQLException {
        String sql = script.lines().filter(line -> !line.matches("(#|--|COMMIT).*")).collect(Collectors.joining("\n"));
        execute(bind, Stream.of(sql.split(";")).map(String::strip).filter(statement -> !statement.isEmpty()).toList());
    }

    private static void execute(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private interface Work<T> {
        T on(Connection connection, CatalogKind kind) throws SQLException;
    }

    private <T> T onConnection(String bind, Work<T> work) throws SQLException {
        try (SuspendedTransaction none = new SuspendedTransaction(transactionManager);
                Connection connection = AgroalDataSourceUtil.dataSourceInstance(bind).get().getConnection()) {
            return work.on(connection, CatalogKind.of(connection));
        }
    }
}
