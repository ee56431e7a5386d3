package io.quarkiverse.binds.test.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.test.support.Await;

/**
 * Base of the tests: eight clients write through the application, and one through the driver alone, while a fault happens to
 * the primary. Property {@code binds.clusters.rounds}: how many times each fault happens.
 */
abstract class FaultsOfCluster {

    private static final Logger LOG = Logger.getLogger("figures");
    private static final int ROUNDS = Integer.getInteger("binds.clusters.rounds", 1);
    private static final int BEFORE = 100;
    private static final int AFTER = 100;
    /** Of the driver alone, which wants to know soon. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    /** Of the application, in application.properties. */
    private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(6);
    /** Longest time that the application may add to that of the engine. */
    private static final Duration ADDED = Duration.ofMillis(Integer.getInteger("binds.clusters.added-millis", 500));

    /** Injected by the test resource. */
    Cluster cluster;

    @Test
    void killedPrimaryLosesNoAcknowledgedWrite() throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            Round round = round(Fault.KILL, i);
            assertAddsLittle(round);
            assertAnswersAtOnce(round);
        }
    }

    @Test
    void primaryThatEndsInOrderLosesNoAcknowledgedWrite() throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            assertAddsLittle(round(Fault.TERM, i));
        }
    }

    @Test
    void plannedSwitchCostsUnitsOfWorkWithRetriesNothing() throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            Round round = round(Fault.SWITCH, i);
            assertThat(round.failed(write -> write.kind() != Write.Kind.ONCE)).as("failed with retries").isEmpty();
            assertThat(round.failed(write -> true)).as("failed without, at most those in flight")
                    .hasSizeLessThanOrEqualTo(WriteLoad.CLIENTS / 2);
            assertAddsLittle(round);
        }
    }

    @Test
    void primaryThatIsCutOffLosesNoAcknowledgedWrite() throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            Round round = round(Fault.CUT, i);
            assertAddsLittle(round);
            assertAnswersAtOnce(round);
        }
    }

    private void assertAddsLittle(Round round) {
        assertThat(round.gap()).as("without an acknowledged write, beside the driver alone: %s", round)
                .isLessThanOrEqualTo(round.gapOfEngine() + ADDED.toMillis());
    }

    /** The driver alone needs its time too, for a node that is silent. */
    private void assertAnswersAtOnce(Round round) {
        assertThat(round.longestRefusal()).as("answer during the outage, beside the driver alone: %s", round)
                .isLessThanOrEqualTo(round.longestFailureOfEngine() + ADDED.toMillis());
    }

    /** After a failure the cluster may have lost nodes: further rounds would wait for them. */
    private Round round(Fault fault, int number) throws Exception {
        assertThat(cluster.failure()).as("failure of an earlier test on this cluster").isNull();
        try {
            Round round = measure(fault, number);
            LOG.infof("FIGURES %s, %s, round %d: %s", cluster.engine(), fault, number + 1, round);
            LOG.infof("FAILED %s", round.causes());
            round.checkTruth();
            return round;
        } catch (Exception | AssertionError e) {
            LOG.error(e);
            cluster.failed(e);
            throw e;
        }
    }

    private Round measure(Fault fault, int number) throws Exception {
        String prefix = fault.name().toLowerCase() + number + "-";
        Node primary = cluster.primary();
        // A member of a group that ends keeps commits waiting for 5 s: a client that gives up sooner measures itself.
        Duration patience = fault == Fault.TERM ? SOCKET_TIMEOUT : PATIENCE;
        try (WriteLoad load = new WriteLoad(prefix); BareClient bare = new BareClient(cluster.from(primary), patience)) {
            load.awaitAcknowledged(BEFORE, Cluster.LONG);
            bare.awaitAcknowledged(Cluster.LONG);
            long start = System.nanoTime();
            CompletableFuture<Void> strike = CompletableFuture.runAsync(() -> fault.strike(cluster, primary));
            if (fault != Fault.SWITCH) {
                Await.until(Cluster.LONG, () -> strike.isDone() || load.isStalled());
                load.addClients();
            }
            strike.join();
            long struck = System.nanoTime();
            load.awaitAcknowledged(AFTER, Cluster.LONG);
            fault.mend(cluster, primary);
            load.awaitAcknowledged(AFTER, Cluster.LONG);
            bare.awaitAcknowledged(Cluster.LONG);
            List<Write> writes = load.stop();
            bare.stop();
            Node now = cluster.primary();
            return new Round(start, struck, writes, bare.acknowledged(), bare.failed(),
                    cluster.rows(now, "unique_write", prefix),
                    cluster.rows(now, "repeatable_write", prefix));
        }
    }
}
