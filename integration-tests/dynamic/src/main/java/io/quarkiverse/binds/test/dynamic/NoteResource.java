package io.quarkiverse.binds.test.dynamic;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import io.agroal.api.AgroalDataSource;
import io.quarkiverse.binds.Db;
import io.quarkus.agroal.DataSource;
import io.quarkus.panache.common.Sort;

/** Notes of the tenant that the header X-Db names, by every way to its database. */
@Path("notes")
public class NoteResource {

    private static final int PAGE = 3;

    @Inject
    Db db;

    @Inject
    @DataSource("tenants")
    AgroalDataSource dataSource;

    @GET
    public List<String> list() {
        return Note.texts();
    }

    @GET
    @Path("sql")
    public List<String> listBySql() {
        return db.bind("tenants").sql("select text from note order by id").list(String.class);
    }

    @GET
    @Path("data-source")
    public String listByDataSource() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("select group_concat(text order by id) from note");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    @GET
    @Path("of/{id}")
    public String get(@PathParam("id") long id) {
        return db.getOr404(Note.class, id).text;
    }

    @GET
    @Path("page/{page}")
    public List<String> page(@PathParam("page") int page) {
        return Note.<Note> findAll(Sort.by("id")).page(page, PAGE).list().stream().map(note -> note.text).toList();
    }

    @GET
    @Path("query/{text}")
    public long query(@PathParam("text") String text) {
        return db.query(Note.class, "text = ?1", text).getResultCount();
    }

    @POST
    public long add(@QueryParam("text") String text) {
        Note note = new Note(text);
        note.persist();
        db.commit();
        return note.id;
    }

    /** Adds the given number of notes in one request. */
    @POST
    @Path("many")
    public List<Long> addMany(@QueryParam("text") String text, @QueryParam("times") int times) {
        List<Note> notes = IntStream.range(0, times).mapToObj(i -> new Note(text + i)).toList();
        db.add(notes.toArray());
        db.commit();
        return notes.stream().map(note -> note.id).toList();
    }

    @POST
    @Path("sql")
    public void addBySql(@QueryParam("text") String text) {
        db.bind("tenants").sql("insert into note (id, text, amount, version) values (?, ?, 0, 0)", -text.hashCode(), text)
                .update();
        db.commit();
    }

    @POST
    @Path("data-source")
    public void addByDataSource(@QueryParam("text") String text) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection
                        .prepareStatement("insert into note (id, text, amount, version) values (?, ?, 0, 0)")) {
            insert.setLong(1, -text.hashCode());
            insert.setString(2, text);
            insert.executeUpdate();
        }
        db.commit(); // the connection takes part in the unit of work
    }

    @POST
    @Path("transactional")
    @Transactional
    public void addTransactionally(@QueryParam("text") String text) {
        new Note(text).persist();
    }

    /** Writes to another bind in the same unit of work. */
    @POST
    @Path("both")
    public void addBoth(@QueryParam("text") String text) {
        db.add(new Note(text), new Place(text, "nowhere"));
        db.commit();
    }
}
