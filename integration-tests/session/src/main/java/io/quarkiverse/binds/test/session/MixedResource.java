package io.quarkiverse.binds.test.session;

import java.io.IOException;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

import io.quarkiverse.binds.Db;
import io.vertx.core.http.HttpServerResponse;

/** Requests that end when their method returns or throws. Their rows have the name of the request. */
@Path("mixed")
public class MixedResource {

    @Inject
    Db db;

    @Inject
    MixedWork work;

    @POST
    @Path("nothing/{name}")
    public String nothing(@PathParam("name") String name) {
        return name;
    }

    @POST
    @Path("read/{name}")
    public String read(@PathParam("name") String name) {
        return name + db.query(Note.class, "name = ?1", name).getResultList().size()
                + db.query(Entry.class, "text = ?1", name).getResultList().size();
    }

    @POST
    @Path("commit-both/{name}")
    public String commitBoth(@PathParam("name") String name) {
        db.add(new Note(name), new Entry(name));
        db.commit();
        return name;
    }

    @POST
    @Path("commit-note/{name}")
    public String commitNote(@PathParam("name") String name) {
        db.add(new Note(name));
        db.commit();
        return name;
    }

    @POST
    @Path("commit-entry/{name}")
    public String commitEntry(@PathParam("name") String name) {
        db.add(new Entry(name));
        db.commit();
        return name;
    }

    @POST
    @Path("flush/{name}")
    public String flush(@PathParam("name") String name) {
        work.flushed(name);
        return name;
    }

    @POST
    @Path("throw-before-flush/{name}")
    public String throwBeforeFlush(@PathParam("name") String name) {
        db.query(Note.class, "name = ?1", name).getResultList();
        throw new IllegalStateException(name);
    }

    @POST
    @Path("throw-after-flush/{name}")
    public String throwAfterFlush(@PathParam("name") String name) {
        work.flushed(name);
        throw new IllegalStateException(name);
    }

    @POST
    @Path("throw-checked/{name}")
    public String throwChecked(@PathParam("name") String name) throws IOException {
        work.flushed(name);
        throw new IOException(name);
    }

    @POST
    @Path("throw-after-commit/{name}")
    public String throwAfterCommit(@PathParam("name") String name) {
        commitBoth(name);
        work.flushed(name + "-2");
        throw new IllegalStateException(name);
    }

    @POST
    @Path("conflict/{name}")
    public String conflict(@PathParam("name") String name) throws MixedConflict {
        work.flushed(name);
        throw new MixedConflict(name);
    }

    @POST
    @Path("not-found/{name}")
    public String notFound(@PathParam("name") String name) {
        work.flushed(name);
        return db.getOr404(Note.class, -1L).name;
    }

    @POST
    @Path("violate/{name}")
    public String violate(@PathParam("name") String name) {
        db.add(new Entry(name), new Note(null));
        db.commit();
        return name;
    }

    @POST
    @Path("transactional/{name}")
    public String transactional(@PathParam("name") String name) throws IOException {
        read(name);
        work.transactional(name, false);
        return name;
    }

    @POST
    @Path("transactional-checked/{name}")
    public String transactionalChecked(@PathParam("name") String name) throws IOException {
        work.transactional(name, true);
        return name;
    }

    @POST
    @Path("on-success/{name}")
    public Response onSuccess(@PathParam("name") String name) {
        return work.onSuccess(name, 200);
    }

    @POST
    @Path("on-success-409/{name}")
    public Response onSuccess409(@PathParam("name") String name) {
        return work.onSuccess(name, 409);
    }

    @POST
    @Path("nested/{name}")
    public String nested(@PathParam("name") String name) {
        db.add(new Note(name + "-outer"));
        db.flush();
        db.run(() -> commitBoth(name));
        return name;
    }

    @POST
    @Path("nested-throws/{name}")
    public String nestedThrows(@PathParam("name") String name) {
        db.add(new Note(name), new Entry(name));
        try {
            db.run(() -> throwAfterFlush(name + "-inner"));
        } catch (IllegalStateException expected) {
            db.commit();
        }
        return name;
    }

    /** Works while the client disconnects. */
    @POST
    @Path("gone/{name}")
    public String gone(@PathParam("name") String name, @Context HttpServerResponse response) {
        work.flushed(name);
        MixedWork.await(response::closed);
        work.flushed(name + "-2");
        return name;
    }

    /** Waits for the client to disconnect before the first use of a database. */
    @POST
    @Path("gone-before-use/{name}")
    public String goneBeforeUse(@PathParam("name") String name, @Context HttpServerResponse response) {
        MixedWork.await(response::closed);
        work.flushed(name);
        return name;
    }
}
