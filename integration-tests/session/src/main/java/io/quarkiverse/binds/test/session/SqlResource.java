package io.quarkiverse.binds.test.session;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import io.quarkiverse.binds.BindDb;
import io.quarkiverse.binds.Db;

/** Native SQL on a bind. */
@Path("sql")
public class SqlResource {

    @Inject
    Db db;

    public record NameAndAmount(String name, int noteAmount) {
    }

    public record Unfit(String name, String nothingLikeThat) {
    }

    /** G2, G3: returns the database that each bind is connected to. */
    @GET
    @Path("database")
    public List<String> database() {
        return List.of(db.bind("<default>").sql("select database()").one(String.class),
                db.bind("ledger").sql("select database()").one(String.class));
    }

    /** Reads unflushed rows of the session in the same transaction. */
    @POST
    @Path("same-transaction/{name}")
    public String sameTransaction(@PathParam("name") String name) {
        Note note = new Note(name);
        db.add(note);
        note.amount = 5;
        BindDb notes = db.bind("<default>");
        long seen = notes.sql("select count(*) from note where name = ? and amount = ?", name, 5).one(Long.class);
        int updated = notes.sql("update note set amount = amount + 1 where name = ?", name).update();
        db.refresh(note);
        return seen + " " + updated + " " + note.amount;
    }

    @GET
    @Path("shapes/{like}")
    public Map<String, Object> shapes(@PathParam("like") String like) {
        BindDb notes = db.bind("<default>");
        String sql = "select name, amount as note_amount from note where name like ? order by name";
        List<Note> entities = notes.sql("select * from note where name like ? order by name", like).list(Note.class);
        return Map.of("maps", notes.sql(sql, like).maps(), "records", notes.sql(sql, like).list(NameAndAmount.class), "first",
                notes.sql(sql, like).first(NameAndAmount.class).orElseThrow(), "names",
                notes.sql("select name from note where name like ? order by name", like).list(String.class), "managed",
                entities.stream().allMatch(db.session()::contains), "none",
                notes.sql("select name from note where name = 'none'").first(String.class).isEmpty());
    }

    @GET
    @Path("wrong/{kind}")
    public String wrong(@PathParam("kind") String kind, @QueryParam("text") String text) {
        BindDb notes = db.bind("<default>");
        return EntryPoints.outcome(() -> switch (kind) {
            case "component" -> notes.sql("select name, amount from note").list(Unfit.class);
            case "columns" -> notes.sql("select name, amount from note").list(String.class);
            case "none" -> notes.sql("select name from note where name = ?", text).one(String.class);
            case "many" -> notes.sql("select 1 union all select 2").one(Long.class);
            case "bind" -> db.bind("nowhere");
            case "session" -> db.session("nowhere");
            case "entity" -> db.get(String.class, 1);
            case "syntax" -> notes.sql("select from where").maps();
            default -> throw new IllegalArgumentException(kind);
        });
    }
}
