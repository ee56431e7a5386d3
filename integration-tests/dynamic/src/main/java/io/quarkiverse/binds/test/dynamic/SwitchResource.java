package io.quarkiverse.binds.test.dynamic;

import java.sql.Connection;
import java.sql.SQLException;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.agroal.api.AgroalDataSource;
import io.quarkiverse.binds.Databases;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.UnitOfWorkOptions;
import io.quarkiverse.binds.test.support.FailureTexts;
import io.quarkus.agroal.DataSource;

/** Requests that change the tenant within a unit of work. */
@Path("switch/{first}/{second}")
public class SwitchResource {

    @Inject
    Db db;

    @Inject
    Databases databases;

    @Inject
    ByHeader selector;

    @Inject
    Transactions transactions;

    @Inject
    @DataSource("tenants")
    AgroalDataSource dataSource;

    /**
     * Writes to the first by a session, and then to the second in some way.
     *
     * @return the outcome
     */
    @POST
    @Path("{how}")
    public String change(@PathParam("first") String first, @PathParam("second") String second, @PathParam("how") String how) {
        selector.change("tenants", first);
        new Note("first-" + how).persistAndFlush();
        if (how.endsWith("-after-commit")) {
            db.commit();
        }
        selector.change("tenants", second);
        String outcome = outcome(how.replace("-after-commit", ""), second);
        // the first database must still be usable
        selector.change("tenants", first);
        return outcome + " / " + Note.count("text", "first-" + how);
    }

    /** Changes the tenant after its key was selected and before any work. */
    @POST
    @Path("before-any-work")
    public void changeBeforeAnyWork(@PathParam("first") String first, @PathParam("second") String second) {
        selector.change("tenants", first);
        db.bind("tenants");
        selector.change("tenants", second);
        new Note("before-any-work").persist();
        db.commit();
    }

    private String outcome(String how, String second) {
        try {
            switch (how) {
                case "panache" -> new Note("second").persistAndFlush();
                case "read" -> Note.count();
                case "sql" -> db.bind("tenants").sql("select count(*) from note").one(Long.class);
                case "session" -> db.session("tenants").createNativeQuery("select 1", Long.class).getSingleResult();
                case "data-source" -> bySecondConnection();
                case "transactional" -> transactions.add("second");
                case "unit" -> db.run(UnitOfWorkOptions.defaults().commitOnSuccess(), () -> new Note("second").persist());
                case "run" -> databases.of("tenants").run(second, UnitOfWorkOptions.defaults().commitOnSuccess(),
                        () -> new Note("second").persist());
                default -> throw new IllegalArgumentException(how);
            }
            return "done";
        } catch (RuntimeException e) {
            return FailureTexts.of(e);
        }
    }

    private void bySecondConnection() {
        try (Connection connection = dataSource.getConnection()) {
            connection.createStatement().executeQuery("select count(*) from note");
        } catch (SQLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
