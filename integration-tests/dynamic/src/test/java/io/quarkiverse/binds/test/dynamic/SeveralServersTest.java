package io.quarkiverse.binds.test.dynamic;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkiverse.binds.test.databases.MySql;
import io.quarkiverse.binds.test.support.Await;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** The databases of a bind are on two servers, and {@link DatabaseMove} moves them while they are written to (G12). */
@QuarkusTest
class SeveralServersTest extends OnMySql {

    private static final int DATABASES = 100;
    private static final int MOVES = 6;
    private static final int CLIENTS = 8;
    private static final String TABLE = "CREATE TABLE sale (id bigint auto_increment primary key, text varchar(100))";
    private static final String UNKNOWN_TABLE = "doesn't exist";

    private static DatabaseServer other;

    private final Map<String, Queue<String>> acknowledged = new ConcurrentHashMap<>();

    @BeforeEach
    void startOther() {
        if (other == null) {
            other = MySql.start();
        }
    }

    /** The other tests of the application must not find databases of a server that is stopped. */
    @AfterEach
    void close() {
        keys("archive").stream().filter(key -> key.startsWith("bare-s")).forEach(key -> close("archive", key));
    }

    @AfterAll
    static void stopOther() {
        if (other != null) {
            other.close();
            other = null;
        }
    }

    @Test
    void moveLosesNoWrite() throws Exception {
        List<String> keys = IntStream.range(0, DATABASES).mapToObj(i -> "bare-shop" + i).toList();
        for (int i = 0; i < DATABASES; i++) {
            create(i % 2 == 0 ? schemas.server() : other, keys.get(i));
        }
        List<Double> moves = new ArrayList<>();
        AtomicLong refused = new AtomicLong();
        Http http = new Http();
        try (ConcurrentClients writers = ConcurrentClients.start(CLIENTS, n -> write(http, keys, n, refused))) {
            for (int i = 0; i < MOVES; i++) {
                awaitWrites(writers, DATABASES);
                long begun = System.nanoTime();
                move(keys.get(i), i % 2 == 0 ? other : schemas.server()).then().statusCode(204);
                moves.add((System.nanoTime() - begun) / 1e6);
            }
            awaitWrites(writers, DATABASES);
            writers.stop();
            print("%d writes by %d clients to %d databases on 2 servers, %d databases moved in %s ms: %d writes answered with 503,"
                    + " %d failed otherwise", writers.steps(), CLIENTS, DATABASES, MOVES,
                    moves.stream().map(Math::round).toList(), refused.get(), writers.failed());
            assertThat(writers.failures()).isEmpty();
        }
        for (int i = 0; i < DATABASES; i++) {
            boolean first = i % 2 == 0;
            DatabaseServer home = first == i < MOVES ? other : schemas.server();
            assertThat(texts(home, keys.get(i))).as(keys.get(i))
                    .containsExactlyInAnyOrderElementsOf(acknowledged.getOrDefault(keys.get(i), new ConcurrentLinkedQueue<>()));
        }
        for (int i = 0; i < MOVES; i++) {
            assertThat(tables(i % 2 == 0 ? schemas.server() : other, keys.get(i))).as("at the old server").isEmpty();
        }
    }

    @Test
    void writeOfAnotherProcessIsWaitedForAndMovedToo() throws Exception {
        create(schemas.server(), "bare-slow");
        try (Connection process = schemas.server().connect(schemas.name("bare-slow"))) {
            process.setAutoCommit(false);
            process.createStatement().execute("insert into sale (text) values ('of another process')");
            CompletableFuture<Response> moved = later(() -> move("bare-slow", other));
            awaitRename();
            Response meanwhile = given().header("X-Archive", "bare-slow").post("/sales?text=meanwhile");
            assertThat(meanwhile.statusCode()).isEqualTo(503);
            assertThat(meanwhile.header("Retry-After")).isNotNull();
            process.commit();

            moved.join().then().statusCode(204);
            assertThat(texts(other, "bare-slow")).containsExactly("of another process");
            assertThat(catchThrowable(() -> process.createStatement().execute("insert into sale (text) values ('too late')")))
                    .hasMessageContaining(UNKNOWN_TABLE);
        }
        given().header("X-Archive", "bare-slow").post("/sales?text=afterwards").then().statusCode(204);
        assertThat(texts(other, "bare-slow")).containsExactly("of another process", "afterwards");
    }

    @Test
    void databaseStaysWhereItIsIfItCannotBeMoved() {
        create(schemas.server(), "bare-stays");
        other.execute("CREATE DATABASE `" + schemas.name("bare-stays") + "`");
        other.executeIn(schemas.name("bare-stays"), TABLE); // the copy will find a table there
        given().header("X-Archive", "bare-stays").post("/sales?text=before").then().statusCode(204);

        given().body(other.url(schemas.name("bare-stays"))).post("/sales/moves/bare-stays").then().statusCode(500);

        given().header("X-Archive", "bare-stays").post("/sales?text=after").then().statusCode(204);
        assertThat(texts(schemas.server(), "bare-stays")).containsExactly("before", "after");
    }

    private void create(DatabaseServer server, String key) {
        server.execute("CREATE DATABASE `" + schemas.name(key) + "`");
        server.executeIn(schemas.name(key), TABLE);
        given().body(server.url(schemas.name(key))).put("/places/" + key).then().statusCode(204);
    }

    private Response move(String key, DatabaseServer to) {
        to.execute("CREATE DATABASE `" + schemas.name(key) + "`");
        return given().body(to.url(schemas.name(key))).post("/sales/moves/" + key);
    }

    private String write(Http http, List<String> keys, long n, AtomicLong refused) throws InterruptedException {
        // the databases that are moved have a part of the load of their own
        int of = ThreadLocalRandom.current().nextInt(2) == 0 ? MOVES : DATABASES;
        String key = keys.get(ThreadLocalRandom.current().nextInt(of));
        Http.Answer answer = http.send("POST", "/sales?text=sale" + n, "X-Archive", key);
        if (answer.ok()) {
            acknowledged.computeIfAbsent(key, any -> new ConcurrentLinkedQueue<>()).add("sale" + n);
        } else if (answer.status() == 503) {
            refused.incrementAndGet();
        }
        return answer.ok() || answer.status() == 503 ? null : key + ": " + answer;
    }

    private static void awaitWrites(ConcurrentClients writers, int more) {
        long before = writers.steps();
        Await.until("the writers go on", LONG, () -> writers.steps() > before + more);
    }

    private void awaitRename() {
        Await.until("the move waits for the other process", LONG,
                () -> schemas.server().processList(schemas.name("bare-slow")).stream()
                        .anyMatch(process -> String.valueOf(process.statement()).startsWith("rename table")));
    }

    private List<String> texts(DatabaseServer server, String key) {
        return server.queryIn(schemas.name(key), "select text from sale order by id").stream()
                .map(row -> (String) row.get("text"))
                .toList();
    }

    private List<Object> tables(DatabaseServer server, String key) {
        return server.query("select table_name as t from information_schema.tables where table_schema = ?", schemas.name(key))
                .stream().map(row -> row.get("t")).toList();
    }
}
