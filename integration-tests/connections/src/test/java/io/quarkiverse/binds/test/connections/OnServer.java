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

import io.quarkiverse.binds.test.databases.Await;
import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.restassured.response.Response;

/** What the tests share: the server seen from outside, and that after each of them nothing is borrowed (A12). */
abstract class OnServer {

    static final Duration LONG = Duration.ofSeconds(30);

    private static final Logger LOG = Logger.getLogger("figures");

    /** Given by the test resource. */
    DatabaseServer server;

    Look look;

    /** The figures that a run is for. */
    final void print(String format, Object... values) {
        LOG.infof("FIGURES %s, %s: %s", getClass().getSimpleName(), server.description().split(" at ")[0],
                String.format(format, values));
    }

    @BeforeEach
    final void lookAtServer() {
        look = new Look(server);
    }

    /** Kills connections and returns when the server has closed them. */
    final void killAll(Collection<Long> ids) {
        look.kill(ids);
        awaitGone(ids);
    }

    final void awaitGone(Collection<Long> ids) {
        assertThat(Await.until(LONG, () -> look.ids().stream().noneMatch(ids::contains))).as("connections are closed").isTrue();
    }

    static int stat(String bind, String name) {
        return get("/pool/" + bind).then().statusCode(200).extract().jsonPath().getInt(name);
    }

    /** Requests that have a connection of the default bind each, until {@link #release}. */
    final List<CompletableFuture<Response>> hold(String name, int connections) {
        List<CompletableFuture<Response>> held = IntStream.range(0, connections)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> post("/pause/within/" + name + i))).toList();
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

    /** @return the connections of the default bind that are open then, at least so many */
    final Set<Long> warm(String name, int connections) {
        assertThat(release(name, hold(name, connections))).allMatch(response -> response.statusCode() == 200);
        Set<Long> ids = look.ids("notes");
        assertThat(ids).hasSizeGreaterThanOrEqualTo(connections);
        return ids;
    }

    static void dispose() {
        post("/pool/notes/dispose").then().statusCode(204);
        post("/pool/ledger/dispose").then().statusCode(204);
    }

    /** How often each name is in a table of a database. */
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
        // a response is read before its request has quite ended
        assertThat(Await.until(LONG, () -> stat("notes", "active") + stat("ledger", "active") == 0)).as("all returned")
                .isTrue();
    }
}
