package io.quarkiverse.binds.test.dev;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.agroal.api.AgroalDataSource;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.UnitOfWork;

/** Writes in read-only units of work and returns their outcome. */
@Path("read-only-twigs")
public class ReadOnlyTwigResource {

    @Inject
    Db db;

    @Inject
    AgroalDataSource twigs;

    @POST
    @Path("seed")
    public void seed() {
        db.add(new Twig());
        db.commit();
    }

    @POST
    @Path("{way}")
    @UnitOfWork(readOnly = true)
    public String write(@PathParam("way") String way) {
        try {
            write(way, db.session().createSelectionQuery("from Twig", Twig.class).setMaxResults(1).getSingleResult());
            return "written";
        } catch (Exception e) {
            return e.getMessage();
        }
    }

    private void write(String way, Twig twig) throws SQLException {
        switch (way) {
            case "hql" -> Twig.update("name = 'x'");
            case "native" -> db.session().createNativeMutationQuery("update Twig set name = 'x'").executeUpdate();
            case "sql" -> db.bind("<default>").sql("update Twig set name = 'x'").update();
            case "jdbc" -> {
                try (Connection connection = twigs.getConnection(); Statement statement = connection.createStatement()) {
                    statement.execute("update Twig set name = 'x'");
                }
            }
            case "flush" -> {
                twig.name = "x";
                db.flush();
            }
            case "commit" -> {
                twig.name = "x";
                db.commit();
            }
            default -> db.commit(); // a read and a session setting are not uncommitted work
        }
    }

    @POST
    @Path("changed")
    public long changed() {
        return Twig.count("name", "x");
    }
}
