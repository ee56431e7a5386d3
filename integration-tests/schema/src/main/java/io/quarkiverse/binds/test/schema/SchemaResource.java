package io.quarkiverse.binds.test.schema;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import io.quarkiverse.binds.DatabaseTable;
import io.quarkiverse.binds.Databases;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.Schema;
import io.quarkiverse.binds.UnitOfWorkOptions;

/** The calls of {@link Schema}. */
@Path("schema")
public class SchemaResource {

    @Inject
    Schema schema;

    @Inject
    Db db;

    @Inject
    Databases databases;

    @POST
    public Map<String, List<String>> create(@QueryParam("bind") List<String> binds) {
        return schema.createAll(binds);
    }

    @DELETE
    public Map<String, List<String>> drop(@QueryParam("bind") List<String> binds) {
        return schema.dropAll(binds);
    }

    @GET
    @Path("{bind}/tables")
    public List<DatabaseTable> tables(@PathParam("bind") String bind) {
        return schema.tables(bind);
    }

    @POST
    @Path("tenants/{key}")
    public Map<String, List<String>> createForTenant(@PathParam("key") String key) {
        return databases.call(key, () -> schema.createAll("tenants"));
    }

    @GET
    @Path("tenants/{key}")
    public List<String> tablesOfTenant(@PathParam("key") String key) {
        return databases.call(key, () -> schema.tables("tenants").stream().map(DatabaseTable::name).toList());
    }

    /** Creates tables after the unit of work has read, which needs its transaction. */
    @POST
    @Path("{bind}/after-a-read")
    public Map<String, List<String>> createAfterRead(@PathParam("bind") String bind, @QueryParam("commit") boolean commit) {
        db.bind(bind).sql("select 1").one(Integer.class);
        if (commit) {
            db.commit();
        }
        return schema.createAll(bind);
    }

    @POST
    @Path("{bind}/transactional")
    @Transactional
    public Map<String, List<String>> createInTransaction(@PathParam("bind") String bind) {
        return schema.createAll(bind);
    }

    @POST
    @Path("{bind}/read-only")
    public Map<String, List<String>> createReadOnly(@PathParam("bind") String bind) {
        return db.call(UnitOfWorkOptions.defaults().asReadOnly(), () -> schema.createAll(bind));
    }

    /** Statement of a test that prepares a database. */
    @POST
    @Path("{bind}/sql")
    public void execute(@PathParam("bind") String bind, @QueryParam("sql") String sql) {
        db.bind(bind).sql(sql).update();
        db.commit();
    }
}
