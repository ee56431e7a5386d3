package io.quarkiverse.binds.test.session;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.post;
import static io.restassured.RestAssured.put;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkiverse.binds.test.databases.MySql;
import io.quarkiverse.binds.test.databases.MySqlTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** L19 on MySQL, with the databases of {@link OnMySql}, whose test resource is that of all tests. */
@QuarkusTest
class ReadsByStatementTest extends ReadsByStatement {

    private static final int REQUESTS = 20;

    @Override
    DatabaseServer server() {
        return MySql.shared();
    }

    @Override
    String database(String bind) {
        return MySqlTestResource.database(bind);
    }

    /** Also after a statement that the application has left open. */
    @AfterEach
    void nothingIsBorrowed() {
        OnMySql.nothingIsBorrowed();
        assertThat(OnMySql.openTransactions()).isEmpty();
    }

    /** L19: one command for each read; one for the update and one for its commit. */
    @Test
    void readCostsOneCommand() {
        assertThat(commands(1, () -> get("/reads/one/" + NAME))).isEqualTo(REQUESTS);
        assertThat(commands(4, () -> get("/reads/four"))).isEqualTo(4 * REQUESTS);
        assertThat(commands(3, () -> post("/reads/update/" + NAME))).isEqualTo(3 * REQUESTS);
    }

    /** L19: connections keep their mode, so that reads and writes in turn switch none. */
    @Test
    void readsAndWritesInTurnSwitchNoConnection() {
        assertThat(commands(4, () -> {
            get("/reads/one/" + NAME).then().statusCode(200);
            return post("/reads/update/" + NAME);
        })).isEqualTo(4 * REQUESTS);
    }

    private interface Exchange {
        Response send();
    }

    /** The minimum of several series: a connection opened or tested meanwhile adds commands. */
    private long commands(int expected, Exchange exchange) {
        long least = Long.MAX_VALUE;
        for (int series = 0; series < 15 && least != expected * REQUESTS; series++) {
            long before = questions();
            for (int i = 0; i < REQUESTS; i++) {
                exchange.send().then().statusCode(200);
                OnMySql.nothingIsBorrowed();
            }
            least = Math.min(least, questions() - before);
        }
        return least;
    }

    private long questions() {
        return server().query("select cast(variable_value as unsigned) as n from performance_schema.status_by_user"
                + " where user = ? and variable_name = 'Questions'", server().user()).stream()
                .mapToLong(row -> ((Number) row.get("n")).longValue()).sum();
    }

    /** L19: reads need no transaction; locks, and what is not known to read only, begin it. */
    @Test
    void usesThatAreNotKnownToReadBeginTheTransaction() {
        List<String> uses = get("/reads/uses").jsonPath().getList("$");
        assertThat(uses).hasSizeGreaterThan(15);
        SoftAssertions softly = new SoftAssertions();
        for (String use : uses) {
            softly.assertThat(post("/reads/use/{use}/{name}", use, NAME).asString()).as(use)
                    .isEqualTo(use.startsWith("read") ? "none" : "begun");
        }
        softly.assertAll();
    }

    /** L19, A6: between two reads the unit of work has no connection, so that a kill of all of them is no error. */
    @Test
    void connectionsKilledBetweenReadsAreReplaced() {
        CompletableFuture<Response> response = OnMySql.start("POST", "/reads/gate/between");
        put("/gates/between/reached").then().statusCode(204);
        OnMySql.nothingIsBorrowed();
        assertThat(OnMySql.SERVER.killAll(OnMySql.notes())).isPositive();
        put("/gates/between/open").then().statusCode(204);

        response.join().then().statusCode(200);
    }

    /** L19: what was read without a transaction may have changed at the write; the version tells. */
    @Test
    void changeBetweenReadAndWriteIsFoundByTheVersion() {
        CompletableFuture<Response> response = OnMySql.start("POST", "/reads/slow-update/" + NAME);
        put("/gates/slow-" + NAME + "/reached").then().statusCode(204);
        server().executeIn(database("default"), "update note set amount = 5, version = 1 where name = '" + NAME + "'");
        put("/gates/slow-" + NAME + "/open").then().statusCode(204);

        assertThat(response.join().asString()).startsWith("OptimisticLockException");
        assertThat(rows().get(0)).isEqualTo("[{name=kept, amount=5, version=1}]");
    }

    /** L19, A12: the end of the unit of work returns it; see {@link #nothingIsBorrowed}. */
    @Test
    void openStatementIsClosedWithTheUnitOfWork() {
        for (int i = 0; i < 20; i++) { // more than the pool has connections
            assertThat(post("/reads/leak").asString()).isEqualTo("none");
        }
    }
}
