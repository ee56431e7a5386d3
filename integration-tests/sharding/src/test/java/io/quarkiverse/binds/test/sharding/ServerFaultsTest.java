package io.quarkiverse.binds.test.sharding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.test.databases.BlackHole;
import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/**
 * Eight clients write for eight tenants, four of each server, while the second server fails. Property
 * {@code binds.clusters.rounds}: how many times.
 */
@QuarkusTest
@QuarkusTestResource(value = TwoServersResource.class, restrictToAnnotatedClass = true)
class ServerFaultsTest {

    private static final Logger LOG = Logger.getLogger("figures");
    private static final int ROUNDS = Integer.getInteger("binds.clusters.rounds", 1);
    private static final int FAILS = 1;
    private static final int STAYS = 0;
    private static final int SOME = 25;

    /** Injected by the test resource. */
    TwoServers servers;

    @Test
    void killedServerFailsItsOwnTenantsOnly() throws Exception {
        DatabaseServer server = servers.server(FAILS);
        rounds("kill", server::killHard, server::startAgain);
    }

    @Test
    void serverThatEndsInOrderFailsItsOwnTenantsOnly() throws Exception {
        DatabaseServer server = servers.server(FAILS);
        rounds("term", server::stop, server::startAgain);
    }

    @Test
    void silentServerFailsItsOwnTenantsOnly() throws Exception {
        DatabaseServer server = servers.server(FAILS);
        rounds("silent", server::freeze, server::thaw);
    }

    /** Connections from before the cut stay silent after it. */
    @Test
    void serverThatIsCutOffFailsItsOwnTenantsOnly() throws Exception {
        BlackHole network = servers.network(FAILS);
        rounds("cut", network::swallow, network::forward);
    }

    private void rounds(String fault, Runnable begin, Runnable end) throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            Outcome outcome = round(fault + i + "-", begin, end);
            assertThat(outcome.failed(sale -> sale.server() == STAYS)).as("failed at the other server").isEmpty();
        }
    }

    private Outcome round(String prefix, Runnable fault, Runnable end) throws Exception {
        try (SaleLoad load = new SaleLoad(prefix)) {
            load.awaitAcknowledged(SOME, STAYS);
            load.awaitAcknowledged(SOME, FAILS);
            long start = System.nanoTime();
            fault.run();
            try {
                load.await("failed", SOME, sale -> sale.server() == FAILS && !sale.isAcknowledged());
                load.awaitAcknowledged(SOME, STAYS);
            } finally {
                end.run();
            }
            load.awaitAcknowledged(SOME, FAILS);
            Outcome outcome = new Outcome(start, load.stop(), rows("unique_sale"), rows("repeatable_sale"));
            LOG.infof("FIGURES %s %s", prefix, outcome);
            LOG.infof("FAILED %s", outcome.causes());
            outcome.checkTruth();
            assertThat(outcome.unknownRows(prefix)).as("rows that no client has sent").isEmpty();
            return outcome;
        }
    }

    private List<Map<String, Long>> rows(String table) {
        return Stream.of(0, 1).map(number -> servers.rows(number, table)).toList();
    }
}
