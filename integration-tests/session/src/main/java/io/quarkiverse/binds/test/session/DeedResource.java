package io.quarkiverse.binds.test.session;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkiverse.binds.Db;

/** Does a deed in the request itself, or in one of the other entry points. */
@Path("deeds")
public class DeedResource {

    @Inject
    Db db;

    @Inject
    Deeds deeds;

    @Inject
    EntryPoints entryPoints;

    @POST
    @Path("request/{deed}/{name}")
    public String inRequest(@PathParam("deed") Deed deed, @PathParam("name") String name) throws Exception {
        deed.doIt(db, name);
        return "returned";
    }

    @POST
    @Path("nested/{deed}/{name}")
    public String nested(@PathParam("deed") Deed deed, @PathParam("name") String name) {
        db.add(new Note(name + "-outer"));
        db.flush();
        return EntryPoints.outcome(() -> db.call(() -> {
            deed.doIt(db, name);
            return null;
        }));
    }

    @POST
    @Path("{place}/{deed}/{name}")
    public String elsewhere(@PathParam("place") String place, @PathParam("deed") Deed deed, @PathParam("name") String name)
            throws Exception {
        return switch (place) {
            case "run" -> entryPoints.run(deed, name);
            case "annotated" -> entryPoints.unitOfWork(deed, name);
            case "scheduled" -> entryPoints.scheduled(deed, name);
            case "message" -> entryPoints.message(deed, name);
            default -> throw new IllegalArgumentException(place);
        };
    }
}
