package io.quarkiverse.binds.test.session;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.post;
import static io.restassured.RestAssured.put;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;

import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkiverse.binds.test.databases.MySql;
import io.quarkiverse.binds.test.databases.MySqlTestResource;
import io.quarkiverse.binds.test.support.Await;
import io.quarkiverse.binds.test.support.Later;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.restassured.response.Response;

/**
 * What the tests share: the server seen from outside, and that after each of them nothing is borrowed or open (A12, C4, G10).
 */
@QuarkusTestResource(value = MySqlTestResource.class, initArgs = @ResourceArg(name = "databases", value = "default:notes,ledger:ledger"))
abstract class OnMySql {

    static final DatabaseServer SERVER = MySql.shared();

    private static final String NOTHING_BORROWED = "{\"notes\":0,\"ledger\":0}";

    /** A response is read before its request has quite ended. */
    private static final Duration END_OF_REQUEST = Duration.ofSeconds(30);

    static String notes() {
        return MySqlTestResource.database("default");
    }

    static String ledger() {
        return MySqlTestResource.database("ledger");
    }

    static long rows(String name) {
        return count(notes(), "select count(*) as n from note where name = ?", name)
                + count(ledger(), "select count(*) as n from entry where text = ?", name);
    }

    static long count(String database, String sql, Object... parameters) {
        return ((Number) SERVER.queryIn(database, sql, parameters).get(0).get("n")).longValue();
    }

    static CompletableFuture<Response> start(String method, String path) {
        return Later.of(() -> method.equals("GET") ? get(path) : post(path));
    }

    /** Not those that wait in the pool: what the pool does about them is another matter. */
    private static int killWorking(String database) {
        List<Map<String, Object>> working = openTransactions(database);
        working.forEach(connection -> SERVER.kill(((Number) connection.get("id")).longValue()));
        return working.size();
    }

    /** Starts a request, kills the connections to a database that work once it waits at its gate, and lets it go on. */
    static Response killing(String database, String method, String path, String gate) {
        CompletableFuture<Response> response = start(method, path);
        put("/gates/" + gate + "/reached").then().statusCode(204);
        assertThat(killWorking(database)).isPositive();
        put("/gates/" + gate + "/open").then().statusCode(204);
        return response.join();
    }

    /** The end of a request overlaps its answer. */
    static void nothingIsBorrowed() {
        await(OnMySql::isNothingBorrowed);
    }

    @AfterEach
    void nothingIsLeft() throws InterruptedException {
        await(OnMySql::isQuiet);
        assertThat(get("/pools/active").asString()).isEqualTo(NOTHING_BORROWED);
        assertThat(openTransactions()).isEmpty();
    }

    static void await(BooleanSupplier condition) {
        Await.until(END_OF_REQUEST, condition);
    }

    private static boolean isNothingBorrowed() {
        return get("/pools/active").asString().equals(NOTHING_BORROWED);
    }

    private static boolean isQuiet() {
        return isNothingBorrowed() && openTransactions().isEmpty();
    }

    /** Transactions of the application that are open on the server. */
    static List<Map<String, Object>> openTransactions() {
        return Stream.of(notes(), ledger()).flatMap(database -> openTransactions(database).stream()).toList();
    }

    /** Not from innodb_trx, which shows what it last showed to anybody who looks again within 0.1 s. */
    private static List<Map<String, Object>> openTransactions(String database) {
        return SERVER.query("select t.processlist_id as id from performance_schema.threads t"
                + " join performance_schema.events_transactions_current e on e.thread_id = t.thread_id"
                + " where e.state = 'ACTIVE' and t.processlist_db = ?", database);
    }
}
