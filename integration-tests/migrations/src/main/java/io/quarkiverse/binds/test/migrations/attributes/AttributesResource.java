package io.quarkiverse.binds.test.migrations.attributes;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

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
import io.quarkiverse.binds.runtime.migration.comparison.Expressions;
import io.quarkiverse.binds.runtime.migration.comparison.ServerExpressions;
import io.quarkiverse.binds.runtime.model.ModelReader;
import io.quarkiverse.binds.runtime.pool.SuspendedTransaction;
import io.quarkus.agroal.runtime.AgroalDataSourceUtil;

/** Creates the tables of all attributes and compares the states of entities and catalog. */
@Path("attributes/{bind}")
public class AttributesResource {

    /** What the entities of a bind need, beside what is compared. */
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

    @GET
    @Path("differences")
    public List<String> differences(@PathParam("bind") String bind) throws SQLException {
        try (SuspendedTransaction none = new SuspendedTransaction(transactionManager);
                Connection connection = connection(bind)) {
            CatalogKind kind = CatalogKind.of(connection);
            Expressions expressions = new ServerExpressions(connection, kind);
            return Differences.of(ModelReader.read(bind, kind).orElseThrow(), CatalogReader.readState(connection), kind,
                    expressions);
        }
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
        try (SuspendedTransaction none = new SuspendedTransaction(transactionManager);
                Connection connection = connection(bind);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static Connection connection(String bind) throws SQLException {
        return AgroalDataSourceUtil.dataSourceInstance(bind).get().getConnection();
    }
}
