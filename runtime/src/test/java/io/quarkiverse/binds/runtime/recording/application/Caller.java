package io.quarkiverse.binds.runtime.recording.application;

import java.sql.SQLException;

/** Code of an application. */
public final class Caller {

    private Caller() {
    }

    public interface Work {
        void run() throws SQLException;
    }

    public static void call(Work work) throws SQLException {
        work.run();
    }
}
