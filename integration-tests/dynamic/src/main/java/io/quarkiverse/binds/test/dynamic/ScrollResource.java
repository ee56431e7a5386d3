package io.quarkiverse.binds.test.dynamic;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.quarkiverse.binds.Db;

/** Scrolls of the archive that the header X-Archive names. */
@Path("scrolls")
public class ScrollResource {

    @Inject
    Db db;

    @POST
    public long add(@QueryParam("text") String text) {
        Scroll scroll = new Scroll(text);
        db.add(scroll);
        db.commit();
        return scroll.id;
    }
}
