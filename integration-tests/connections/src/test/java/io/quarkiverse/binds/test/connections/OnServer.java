package io.quarkiverse.binds.test.connections;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.post;
import static io.restassured.RestAssured.put;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkiverse.binds.test.support.Await;
import io.quarkiverse.binds.test.support.Later;
import io.restassured.response.Response;

/** Base of the tests: the server seen from outside, and the check after each test that no connection is borrowed (A12). */
abstract class OnServer {

    static final Duration LONG = Duration.ofSeconds(30);

    private static final Logger LOG = Logger.getLogger("figures");

    /** Injected by the test resource. */
    DatabaseServer server;

    ConnectionInspector inspector;

    /** Prints measured figures. */
    final void print(String format, Object... values) {
        LOG.infof("FIGURES %s, %s: %s", getClass().getSimpleName(), server.description().split(" at ")[0],
                String.format(format, values));
    }

    @BeforeEach
    final void lookAtServer() {
        inspector = new ConnectionInspector(server);
    }

    /** Kills connections and waits until the server has closed them. */
    final void killAll(Collection<Long> ids) {
        inspector.kill(ids);
        awaitGone(ids);
    }

    final void awaitGone(Collection<Long> ids) {
        assertThat(Await.until(LONG, () -> inspector.ids().stream().noneMatch(ids::contains))).as("connections are closed")
                .isTrue();
    }

    static int stat(String bind, String name) {
        return get("/pool/" + bind).then().statusCode(200).extract().jsonPath().getInt(name);
    }

    /** Starts requests that hold a connection of the default bind each, until {@link #release}. */
    final List<CompletableFuture<Response>> hold(String name, int connections) {
        List<CompletableFuture<Response>> held = IntStream.range(0, connections)
                .mapToObj(i -> Later.of(() -> post("/pause/within/" + name + i))).toList();
        for (int i = 0; i < connections; i++) {
            put("/gates/" + name + i + "/reached").then().statusCode(204);
        }
        return held;
    }

    static List<Response> release(String name, List<CompletableFuture<Response>> held) {
        for (int i = 0; i < held.size(); i++) {
            put("/gates/" + name + i + "/open").then().statusCode(204);
        }
        return held.stream().map(CompletableFuture::join).toList();
    }

    /** @return the open connections of the default bind, at least the given number */
    final Set<Long> warm(String name, int connections) {
        assertThat(release(name, hold(name, connections))).allMatch(response -> response.statusCode() == 200);
        Set<Long> ids = inspector.open("notes");
        assertThat(ids).hasSizeGreaterThanOrEqualTo(connections);
        return ids;
    }

    static void dispose() {
        post("/pool/notes/dispose").then().statusCode(204);
        post("/pool/ledger/dispose").then().statusCode(204);
    }

    /** Counts the rows of a table by name. */
    final Map<String, Long> names(String database, String table) {
        return server.queryIn(database, "select name, count(*) as n from " + table + " group by name").stream()
                .collect(Collectors.toMap(row -> (String) row.get("name"), row -> ((Number) row.get("n")).longValue()));
    }

    static List<Answer> failed(List<Answer> answers, Predicate<Answer> which) {
        return answers.stream().filter(answer -> !answer.ok() && which.test(answer)).toList();
    }

    static List<Answer> failed(List<Answer> answers) {
        return failed(answers, answer -> true);
    }

    @AfterEach
    final void nothingIsBorrowed() {
        // a response is read before its request has ended
        assertThat(Await.until(LONG, () -> stat("notes", "active") + stat("ledger", "active") == 0)).as("all returned")
                .isTrue();
    }
}
