package io.quarkiverse.binds.test.driver;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.DatabaseTable;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.PageParams;
import io.quarkiverse.binds.Pagination;
import io.quarkiverse.binds.RecordedQueries;
import io.quarkiverse.binds.RecordedQuery;
import io.quarkiverse.binds.Schema;

/** Work with two binds, by each means that depends on the driver or on reflection. */
@Path("notes")
public class NoteResource {

    /** A row of SQL. */
    public record Row(long id, String text) {
    }

    @Inject
    Db db;

    @Inject
    Schema schema;

    @Inject
    RecordedQueries queries;

    @POST
    @Path("{text}")
    public Row add(@PathParam("text") String text) {
        Note note = new Note(text);
        db.add(note, new Entry(text));
        db.commit();
        return new Row(note.id, text);
    }

    /** Not committed. */
    @POST
    @Path("{text}/lost")
    public long addInVain(@PathParam("text") String text) {
        db.add(new Note(text), new Entry(text));
        db.flush();
        return Entry.count("text", text);
    }

    @GET
    public Pagination<Note> page(@BeanParam PageParams page) {
        return db.paginate(db.query(Note.class, "order by id"), page);
    }

    @GET
    @Path("rows")
    public List<Row> rows() {
        return db.bind(Bind.DEFAULT).sql("select id, text from note order by id").list(Row.class);
    }

    @GET
    @Path("entries/{text}")
    public long entries(@PathParam("text") String text) {
        return Entry.count("text", text);
    }

    @GET
    @Path("created/{text}")
    public boolean isCreated(@PathParam("text") String text) {
        boolean created = db.getOrCreate(Note.class, Map.of("text", text), note -> {
        }).created();
        db.commit();
        return created;
    }

    @GET
    @Path("queries")
    public List<RecordedQuery> recorded() {
        db.query(Note.class, "order by id").getResultList();
        return queries.list();
    }

    @GET
    @Path("tables")
    public List<DatabaseTable> tables() {
        return schema.tables("ledger");
    }
}
