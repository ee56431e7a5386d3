package io.quarkiverse.binds.benchmark.dynamic;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkiverse.binds.Db;

/** The same work on either bind. */
@Path("{kind}")
public class NoteResource {

    private static final int PAGE = 20;

    @Inject
    Db db;

    @PathParam("kind")
    Kind kind;

    @GET
    @Path("{id}")
    public String read(@PathParam("id") Long id) {
        return db.getOr404(kind.entity, id).text;
    }

    @GET
    @Path("sql/{id}")
    public String readBySql(@PathParam("id") Long id) {
        return db.bind(kind.bind()).sql("select text from " + kind.table + " where id = ?", id).one(String.class);
    }

    @GET
    @Path("page/{page}")
    public String page(@PathParam("page") int page) {
        return db.query(kind.entity, "order by id").setFirstResult(page * PAGE).setMaxResults(PAGE).getResultList().size()
                + " of "
                + db.query(kind.entity, "").getResultCount();
    }

    @PUT
    @Path("{id}/{text}")
    public void update(@PathParam("id") Long id, @PathParam("text") String text) {
        db.getOr404(kind.entity, id).text = text;
        db.commit();
    }

    @POST
    @Path("{text}")
    public long insert(@PathParam("text") String text) {
        Note note = kind.make.get();
        note.text = text;
        db.add(note);
        db.commit();
        return note.id;
    }

    @POST
    @Path("transactional/{text}")
    @Transactional
    public void insertTransactionally(@PathParam("text") String text) {
        Note note = kind.make.get();
        note.text = text;
        db.session(kind.bind()).persist(note);
    }
}
