package io.quarkiverse.binds.test.twophase;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkiverse.binds.test.databases.MySql;
import io.quarkiverse.binds.test.support.Await;
import io.quarkiverse.binds.test.twophase.Proxy.Side;

/** G11: the application is killed in the middle of a commit, and restarted with the same transaction log. */
class CrashIT {

    private static final int STOP_SECONDS = 30;
    private static final Duration RECOVERY = Duration.ofSeconds(40);

    private static final DatabaseServer SERVER = MySql.shared();

    @TempDir
    Path log;

    private Databases databases;

    @BeforeEach
    void create() {
        databases = Databases.create(SERVER, TransactionLogResource.newNode());
    }

    @AfterEach
    void drop() {
        databases.rollBackPrepared();
        databases.drop();
    }

    /** Both branches are prepared and the decision is in the log: both are committed. */
    @Test
    void killBeforeFirstCommitIsRecoveredByCommit() throws Exception {
        killAt("XA COMMIT", 1, Side.BEFORE, "0,0,0", 2);

        assertThat(rowsAfterRecovery()).isEqualTo("1,1,0");
    }

    /** One branch is committed, recovery commits the other one. */
    @Test
    void killBeforeSecondCommitIsRecoveredByCommit() throws Exception {
        killAt("XA COMMIT", 2, Side.BEFORE, null, 1);

        assertThat(rowsAfterRecovery()).isEqualTo("1,1,0");
    }

    /** Without a decision in the log the prepared branch is rolled back. */
    @Test
    void killBeforeSecondPrepareIsRecoveredByRollback() throws Exception {
        killAt("XA PREPARE", 2, Side.BEFORE, "0,0,0", 1);

        assertThat(rowsAfterRecovery()).isEqualTo("0,0,0");
    }

    /** Both branches are prepared, but the application had no response and made no decision. */
    @Test
    void killBeforeDecisionIsRecoveredByRollback() throws Exception {
        killAt("XA PREPARE", 2, Side.AFTER, "0,0,0", 2);

        assertThat(rowsAfterRecovery()).isEqualTo("0,0,0");
    }

    private void killAt(String command, int nth, Side side, String rows, int prepared) throws Exception {
        try (Proxy proxy = new Proxy(SERVER.host(), SERVER.port());
                Application application = new Application(databases, "127.0.0.1", proxy.port(), log)) {
            assertThat(application.run(WorkScenario.COMMIT, "warm-up")).isEqualTo("returned");
            proxy.hold(command, nth, side);
            application.send(WorkScenario.COMMIT, "crash");
            assertThat(proxy.awaitStop(STOP_SECONDS)).as("command held").isTrue();
            application.kill();
        }
        assertThat(Await.until(RECOVERY, () -> databases.prepared().size() == prepared)).as(databases.prepared() + "").isTrue();
        if (rows != null) {
            assertThat(databases.rows("crash")).isEqualTo(rows);
        }
    }

    private String rowsAfterRecovery() throws Exception {
        try (Application application = new Application(databases, SERVER.host(), SERVER.port(), log)) {
            assertThat(Await.until(RECOVERY, () -> databases.prepared().isEmpty())).as(application.log()).isTrue();
            assertThat(application.run(WorkScenario.COMMIT, "afterwards")).isEqualTo("returned");
            return databases.rows("crash");
        }
    }
}
