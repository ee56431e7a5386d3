package io.quarkiverse.binds.test.twophase;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkiverse.binds.test.databases.MySql;
import io.quarkiverse.binds.test.support.Await;
import io.quarkiverse.binds.test.twophase.Proxy.Side;

/** G11: connections lost within a commit of an application that continues to run; commands that a commit sends. */
class LostLinkIT {

    private static final Duration RECOVERY = Duration.ofSeconds(40);

    private static final DatabaseServer SERVER = MySql.shared();

    private static Databases databases;
    private static Proxy proxy;
    private static Application application;

    @BeforeAll
    static void start(@TempDir Path log) throws Exception {
        databases = Databases.create(SERVER, TransactionLogResource.newNode());
        proxy = new Proxy(SERVER.host(), SERVER.port());
        application = new Application(databases, "127.0.0.1", proxy.port(), log);
        application.run(WorkScenario.WITH_PLAIN, "warm-up");
    }

    @AfterAll
    static void stop() throws Exception {
        application.close();
        proxy.close();
        databases.rollBackPrepared();
        databases.drop();
    }

    /** Recovery, which runs beside the requests, ends the branches that the loss left. */
    @AfterEach
    void nothingIsLeft() throws Exception {
        assertThat(Await.until(RECOVERY, () -> databases.prepared().isEmpty())).as(application.log()).isTrue();
    }

    @Test
    void lossBeforeSecondPrepareRollsBackBoth() throws Exception {
        proxy.cut("XA PREPARE", 2, Side.BEFORE);

        assertThat(application.run(WorkScenario.COMMIT, "prepare"))
                .startsWith("RollbackException: The commit could not be prepared in ");
        assertThat(databases.rows("prepare")).isEqualTo("0,0,0");
    }

    /** The server has prepared the branch and the application has no response: without a decision it is rolled back. */
    @Test
    void lossAfterSecondPrepareRollsBackBoth() throws Exception {
        proxy.cut("XA PREPARE", 2, Side.AFTER);

        assertThat(application.run(WorkScenario.COMMIT, "prepared"))
                .startsWith("RollbackException: The commit could not be prepared in ");
        nothingIsLeft();
        assertThat(databases.rows("prepared")).isEqualTo("0,0,0");
    }

    /** After the decision the commit has succeeded, and recovery completes it. */
    @Test
    void lossBeforeSecondCommitIsCompletedByRecovery() throws Exception {
        proxy.cut("XA COMMIT", 2, Side.BEFORE);

        assertThat(application.run(WorkScenario.COMMIT, "late")).isEqualTo("returned");
        assertThat(Await.until(RECOVERY, () -> databases.rows("late").equals("1,1,0"))).as(application.log()).isTrue();
        assertThat(application.log()).contains("It is decided and will be committed by recovery");
    }

    /** A single bind is committed in one phase, as without two-phase commit. */
    @Test
    void lossDuringOnePhaseCommitIsUnknownOutcome() throws Exception {
        proxy.cut("ONE PHASE", 1, Side.AFTER);

        assertThat(application.run(WorkScenario.ONE, "unknown"))
                .startsWith("CommitOutcomeUnknownException: The connection of bind 'ledger'"
                        + " was lost during the commit: its outcome is unknown.");
        assertThat(Await.until(RECOVERY, () -> databases.rows("unknown").equals("0,1,0"))).isTrue();
    }

    /** Figures of the guide: the commands of a two-phase commit. */
    @Test
    void commitSendsTheCommandsOfTheGuide() throws Exception {
        assertThat(sentFor(WorkScenario.ONE, 4)).containsExactly("XA START", "insert into", "XA END", "XA COMMIT");
        assertThat(sentFor(WorkScenario.COMMIT, 10)).containsExactly("XA START", "insert into", "XA START", "insert into",
                "XA END", "XA PREPARE", "XA END", "XA PREPARE", "XA COMMIT", "XA COMMIT");
        assertThat(sentFor(WorkScenario.READ, 8)).containsExactly("XA START", "select", "XA START", "select",
                "XA END", "XA ROLLBACK", "XA END", "XA ROLLBACK");
    }

    /** A response is read before its request has ended. */
    private static List<String> sentFor(WorkScenario scenario, int atLeast) throws Exception {
        proxy.takeCommands();
        application.run(scenario, "figures-" + scenario);
        List<String> sent = new ArrayList<>();
        Await.until(RECOVERY, () -> {
            proxy.takeCommands().stream().map(LostLinkIT::kind).forEach(sent::add);
            return sent.size() >= atLeast;
        });
        return sent;
    }

    /** Returns the first word, of XA commands the first two; a driver may put other characters in front. */
    private static String kind(String command) {
        return command.replaceFirst("(?s)^[^A-Za-z]*(XA [A-Z]+|insert into|[A-Za-z]+).*$", "$1");
    }
}
