package io.quarkiverse.binds.test.migrations;

import java.nio.file.Path;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import io.quarkiverse.binds.DatabaseTable;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.MigrationCheck;
import io.quarkiverse.binds.MigrationInfo;
import io.quarkiverse.binds.MigrationOptions;
import io.quarkiverse.binds.MigrationScript;
import io.quarkiverse.binds.Migrations;
import io.quarkiverse.binds.Schema;

/** The calls of {@link Migrations}, with scripts in a directory of the test. */
@jakarta.ws.rs.Path("workflow/{bind}")
public class WorkflowResource {

    @Inject
    Migrations migrations;

    @Inject
    Schema schema;

    @Inject
    Db db;

    private Migrations in(String directory) {
        return migrations.in(Path.of(directory));
    }

    @POST
    @jakarta.ws.rs.Path("migrate")
    public Response migrate(@PathParam("bind") String bind, @QueryParam("directory") String directory,
            @QueryParam("message") String message, @QueryParam("offline") boolean offline,
            @QueryParam("destructive") boolean destructive) {
        MigrationOptions options = MigrationOptions.defaults();
        options = offline ? options.asOffline() : options;
        options = destructive ? options.withDestructive() : options;
        return in(directory).migrate(bind, message, options).map(WorkflowResource::written)
                .orElseGet(() -> Response.noContent().build());
    }

    private static Response written(MigrationScript script) {
        return Response.ok(script.changes()).header("Version", script.version()).header("Script", script.file())
                .header("Undo", script.undoFile()).build();
    }

    @GET
    @jakarta.ws.rs.Path("check")
    public MigrationCheck check(@PathParam("bind") String bind, @QueryParam("directory") String directory,
            @QueryParam("offline") boolean offline) {
        return offline ? in(directory).checkOffline(bind) : in(directory).check(bind);
    }

    @POST
    @jakarta.ws.rs.Path("upgrade")
    public List<String> upgrade(@PathParam("bind") String bind, @QueryParam("directory") String directory) {
        return in(directory).upgrade(bind);
    }

    @POST
    @jakarta.ws.rs.Path("downgrade")
    public List<String> downgrade(@PathParam("bind") String bind, @QueryParam("directory") String directory,
            @QueryParam("target") String target) {
        return in(directory).downgrade(bind, target);
    }

    @POST
    @jakarta.ws.rs.Path("stamp")
    public void stamp(@PathParam("bind") String bind, @QueryParam("directory") String directory,
            @QueryParam("target") String target) {
        in(directory).stamp(bind, target);
    }

    @GET
    @jakarta.ws.rs.Path("history")
    public List<MigrationInfo> history(@PathParam("bind") String bind, @QueryParam("directory") String directory) {
        return in(directory).history(bind);
    }

    @GET
    @jakarta.ws.rs.Path("tables")
    public List<DatabaseTable> tables(@PathParam("bind") String bind) {
        return schema.tables(bind);
    }

    @POST
    @jakarta.ws.rs.Path("tables")
    public List<String> create(@PathParam("bind") String bind) {
        return schema.createAll(bind).get(bind);
    }

    @GET
    @jakarta.ws.rs.Path("count/{table}")
    public long count(@PathParam("bind") String bind, @PathParam("table") String table) {
        return db.bind(bind).sql("select count(*) from " + table).one(Long.class);
    }

    /** Statement of a test that prepares a database. */
    @POST
    @jakarta.ws.rs.Path("sql")
    public void execute(@PathParam("bind") String bind, String sql) {
        db.bind(bind).sql(sql).update();
        db.commit();
    }
}
