package io.quarkiverse.binds.test.dev;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.hibernate.StatelessSession;

import io.agroal.api.AgroalDataSource;
import io.quarkiverse.binds.Databases;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.RecordedQueries;
import io.quarkiverse.binds.RecordedQuery;

@Path("twigs")
public class TwigResource {

    @Inject
    Db db;

    @Inject
    Databases trees;

    @Inject
    RecordedQueries queries;

    @Inject
    StatelessSession stateless;

    @Inject
    AgroalDataSource dataSource;

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
            case "changed" -> {
                Twig twig = new Twig();
                db.add(twig);
                db.commit();
                twig.name = "changed";
            }
            case "stateless" -> stateless.insert(new Twig());
            case "jdbc" -> jdbc();
            case "bulk" -> Twig.update("name = 'x' where id = -1");
            case "read" -> Twig.count();
            case "recorded" -> {
                Twig.count();
                return queries.list().stream().map(RecordedQuery::location).toList().toString();
            }
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
            default -> throw new IllegalArgumentException(what);
        }
        return what;
    }

    private void jdbc() {
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            statement.executeUpdate("update Twig set name = 'x' where id = -1");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String connections(String bind) {
        return db.bind(bind).sql("select count(*) from information_schema.sessions").one(String.class);
    }
}
