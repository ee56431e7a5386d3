package io.quarkiverse.binds.test.dev;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkiverse.binds.Databases;
import io.quarkiverse.binds.Db;

@Path("twigs")
public class TwigResource {

    private static final String ROUND = "none";

    @Inject
    Db db;

    @Inject
    Databases trees;

    @POST
    @Path("{what}")
    public String post(@PathParam("what") String what) {
        switch (what) {
            case "flushed", "committed", "rolled-back" -> {
                db.add(new Twig());
                db.flush();
                if (what.equals("committed")) {
                    db.commit();
                } else if (what.equals("rolled-back")) {
                    db.rollback();
                }
            }
            case "waiting" -> db.add(new Twig());
            case "sql" -> db.bind("<default>").sql("update Twig set name = 'x' where id = -1").update();
            case "bulk" -> Twig.update("name = 'x' where id = -1");
            case "read" -> Twig.count();
            case "connections" -> {
                return connections("<default>");
            }
            case "seed" -> {
                return trees.call("oak", () -> {
                    new Seed().persist();
                    db.commit();
                    return Seed.count() + " " + connections("trees");
                });
            }
            default -> {
                return ROUND;
            }
        }
        return what;
    }

    private String connections(String bind) {
        return db.bind(bind).sql("select count(*) from information_schema.sessions").one(String.class);
    }
}
