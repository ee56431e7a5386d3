package io.quarkiverse.binds.test.session;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkiverse.binds.Db;

/** Spring Data repository within the unit of work of a request. */
@Path("spring")
public class SpringResource {

    @Inject
    Db db;
    @Inject
    EntrySpringRepository entries;

    /** Writes by a transactional method of the repository, which ends the transaction, and reads by another one. */
    @POST
    @Path("saved/{name}")
    public String saved(@PathParam("name") String name) {
        Entry entry = entries.save(new Entry(name));
        return entries.countByText(name) + " " + db.session(Entry.class).contains(entry);
    }

    @POST
    @Path("seen/{name}")
    public String seen(@PathParam("name") String name) {
        db.add(new Entry(name));
        String seen = entries.countByText(name) + " of the unit";
        db.rollback();
        return seen;
    }

    /** Catches the failure of a repository method, which fails the unit of work. */
    @POST
    @Path("failed/{name}")
    public String failed(@PathParam("name") String name) {
        db.add(new Entry(name));
        try {
            entries.save(new Entry(null));
        } catch (RuntimeException e) {
            // the commit is refused all the same
        }
        return EntryPoints.outcome(() -> {
            db.commit();
            return null;
        });
    }
}
