package io.quarkiverse.binds.test.migrations.runner;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.quarkiverse.binds.Databases;
import io.quarkiverse.binds.MigrationInfo;
import io.quarkiverse.binds.runtime.migration.flyway.ScriptRunner;
import io.quarkiverse.binds.test.support.FailureTexts;
import io.quarkus.agroal.runtime.AgroalDataSourceUtil;

/** The calls of {@link ScriptRunner}, and statements that prepare and read a database. */
@jakarta.ws.rs.Path("runner")
public class RunnerResource {

    @Inject
    ScriptRunner runner;

    @Inject
    Databases databases;

    private ScriptRunner in(String directory) {
        return directory == null ? runner : runner.in(Path.of(directory));
    }

    @POST
    @jakarta.ws.rs.Path("{bind}/upgrade")
    public List<String> upgrade(@PathParam("bind") String bind, @QueryParam("target") String target,
            @QueryParam("directory") String directory) {
        return in(directory).upgrade(bind, target);
    }

    @POST
    @jakarta.ws.rs.Path("{bind}/downgrade")
    public List<String> downgrade(@PathParam("bind") String bind, @QueryParam("target") String target,
            @QueryParam("directory") String directory) {
        return in(directory).downgrade(bind, target);
    }

    @POST
    @jakarta.ws.rs.Path("{bind}/stamp")
    public void stamp(@PathParam("bind") String bind, @QueryParam("target") String target,
            @QueryParam("directory") String directory) {
        in(directory).stamp(bind, target);
    }

    @POST
    @jakarta.ws.rs.Path("{bind}/transactional")
    @Transactional
    public List<String> upgradeInTransaction(@PathParam("bind") String bind) {
        return runner.upgrade(bind, "head");
    }

    @GET
    @jakarta.ws.rs.Path("{bind}/current")
    public String current(@PathParam("bind") String bind) {
        return runner.current(bind).orElse("none");
    }

    @GET
    @jakarta.ws.rs.Path("{bind}/history")
    public List<MigrationInfo> history(@PathParam("bind") String bind, @QueryParam("directory") String directory) {
        return in(directory).history(bind);
    }

    @GET
    @jakarta.ws.rs.Path("{bind}/pending")
    public List<String> pending(@PathParam("bind") String bind) {
        return runner.pending(bind);
    }

    /** Tables of a database on the fly, which is opened by this. */
    @GET
    @jakarta.ws.rs.Path("{bind}/keys/{key}/tables")
    public List<String> tablesOf(@PathParam("bind") String bind, @PathParam("key") String key,
            @QueryParam("url") String url) throws SQLException {
        Databases of = databases.of(bind);
        if (url != null) {
            of.open(key, url);
        }
        return of.call(key, () -> tables(bind));
    }

    @POST
    @jakarta.ws.rs.Path("{bind}/keys/{key}/downgrade")
    public List<String> downgradeOf(@PathParam("bind") String bind, @PathParam("key") String key,
            @QueryParam("target") String target) {
        return databases.of(bind).call(key, () -> runner.downgrade(bind, target));
    }

    @GET
    @jakarta.ws.rs.Path("{bind}/tables")
    public List<String> tables(@PathParam("bind") String bind) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = connection(bind);
                ResultSet tables = connection.getMetaData().getTables(connection.getCatalog(), connection.getSchema(), "%",
                        new String[] { "TABLE", "BASE TABLE" })) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME"));
            }
        }
        return names;
    }

    @DELETE
    @jakarta.ws.rs.Path("{bind}")
    @Transactional
    public void dropTables(@PathParam("bind") String bind) throws SQLException {
        try (Connection connection = connection(bind)) {
            String quote = connection.getMetaData().getIdentifierQuoteString();
            for (String table : tables(bind)) {
                execute(bind, "drop table " + quote + table + quote);
            }
        }
    }

    /** Writes the exception into the response. */
    @ServerExceptionMapper(RuntimeException.class)
    public Response answer(RuntimeException failure) {
        return Response.serverError().type(MediaType.TEXT_PLAIN_TYPE).entity(FailureTexts.of(failure)).build();
    }

    /** First column of a query. */
    @GET
    @jakarta.ws.rs.Path("{bind}/sql")
    public List<String> query(@PathParam("bind") String bind, @QueryParam("sql") String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = connection(bind);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    @POST
    @jakarta.ws.rs.Path("{bind}/sql")
    @Transactional
    public void execute(@PathParam("bind") String bind, @QueryParam("sql") String sql) throws SQLException {
        try (Connection connection = connection(bind); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connection(String bind) throws SQLException {
        return AgroalDataSourceUtil.dataSourceInstance(bind).get().getConnection();
    }
}
