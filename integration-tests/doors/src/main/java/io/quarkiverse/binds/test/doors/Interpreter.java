package io.quarkiverse.binds.test.doors;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkiverse.binds.Databases;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.test.doors.Doors.Door;

/** Runs the steps of a program. */
@ApplicationScoped
public class Interpreter {

    @Inject
    Db db;
    @Inject
    Databases databases;
    @Inject
    Doors doors;
    @Inject
    Methods methods;
    @Inject
    Injected injected;

    /** Failure of a step that must fail. */
    public static final class Intended extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Intended() {
            super("intended");
        }
    }

    void run(List<Step> steps) throws Exception {
        for (Step step : steps) {
            run(step);
        }
    }

    private void run(Step step) throws Exception {
        switch (step.op()) {
            case READ -> doors.count(Door.valueOf(step.door()), step.where(), "none");
            case SEE -> checkRead(step, 1);
            case MISS -> checkRead(step, 0);
            case ADD -> doors.add(Door.valueOf(step.door()), step.where(), step.row());
            case CHANGE -> find(step).amount++;
            case DELETE -> db.delete(find(step));
            case UPDATE -> doors.update(step.where(), step.row());
            case FLUSH -> db.flush();
            case COMMIT -> db.commit();
            case ROLLBACK -> db.rollback();
            case FAIL -> throw new Intended();
            case WAIT -> Thread.sleep(Long.parseLong(step.row()));
            case KILL -> kill(step.where());
            case RUN -> db.run(() -> run(step.steps()));
            case TENANT -> databases.run(step.row(), () -> run(step.steps()));
            case METHOD -> methods.call(step.door(), step.where(), () -> run(step.steps()));
            case CATCH -> runAndCatch(step.steps());
        }
    }

    private void checkRead(Step step, long expected) throws SQLException {
        long seen = doors.count(Door.valueOf(step.door()), step.where(), step.row());
        if (seen != expected) {
            throw new AssertionError(seen + " rows are seen instead of " + expected + " by " + step);
        }
    }

    private Row find(Step step) {
        return db.query(step.where().entity, "name = ?1", step.row()).getSingleResult();
    }

    private void runAndCatch(List<Step> steps) {
        try {
            run(steps);
        } catch (Exception e) {
            // a caught failure: the next step continues
        }
    }

    /** Kills the connection of the unit of work as an administrator, over another connection. */
    private void kill(Where where) throws Exception {
        long id;
        try (Connection connection = injected.dataSource(where).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select connection_id()")) {
            row.next();
            id = row.getLong(1);
        }
        Thread administrator = new Thread(() -> {
            try (Connection connection = injected.dataSource(Where.NOTES).getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("kill " + id);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        administrator.start();
        administrator.join();
    }
}
