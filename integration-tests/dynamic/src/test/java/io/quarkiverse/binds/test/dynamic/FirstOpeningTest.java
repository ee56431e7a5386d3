package io.quarkiverse.binds.test.dynamic;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.post;
import static io.restassured.RestAssured.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.test.support.Await;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Preparation of a database at its first opening: once, by one thread and one process. */
@QuarkusTest
class FirstOpeningTest extends OnMySql {

    /** Time in which a thread that does not wait would have progressed. */
    private static final Duration MEANWHILE = Duration.ofMillis(300);

    private static int runs(String key) {
        return Integer.parseInt(get("/prepare/{key}", key).then().statusCode(200).extract().asString());
    }

    private static String exceptionMessage(String bind, String key) {
        return get("/told/{bind}/{key}", bind, key).then().statusCode(200).extract().asString();
    }

    private Response openArchive(String key, String database) {
        return open("archive", key, schemas.url(database));
    }

    @Test
    void missingTablesAreCreated() {
        schemas.create("fresh", "half");
        schemas.execute("half", "create table note (id bigint not null primary key, text varchar(255) not null, amount int,"
                + " version int)", "insert into note values (-1, 'before', 0, 0)");

        get("/databases/tenants/of/fresh").then().statusCode(200);
        as("half").post("/notes?text=after").then().statusCode(200);

        assertThat(schemas.tables("fresh")).containsExactlyInAnyOrder("note", "note_SEQ");
        assertThat(schemas.notes("half")).containsExactly("before", "after");
    }

    @Test
    void invalidDatabaseIsNotOpened() {
        schemas.create("valid", "invalid");
        schemas.execute("valid", "create table validated (id bigint not null primary key, text varchar(255))");
        schemas.execute("invalid", "create table validated (id bigint not null primary key)");

        assertThat(exceptionMessage("validated", "valid")).isEqualTo("done");
        assertThat(exceptionMessage("validated", "invalid")).contains("invalid", "text");
        assertThat(keys("validated")).containsExactly("valid");
        assertThat(schemas.connections("invalid")).as("connections left").isEmpty();

        schemas.execute("invalid", "alter table validated add column text varchar(255)");
        Await.until("it is asked again", LONG, () -> exceptionMessage("validated", "invalid").equals("done"));
    }

    @Test
    void missingColumnsAreAdded() {
        schemas.create("old");
        schemas.execute("old", "create table updated (id bigint not null primary key)", "insert into updated values (1)");

        assertThat(exceptionMessage("updated", "old")).isEqualTo("done");

        assertThat(schemas.query("old", "select id, text from updated").toString()).isEqualTo("[{id=1, text=null}]");
    }

    /** Runs once for many threads and every way to open the database. */
    @Test
    void initializerRunsOncePerDatabase() {
        schemas.create("once-a", "once-b");
        for (String key : List.of("once-a", "once-b")) {
            given().body(schemas.url(key)).post("/burst/archive/{key}/open", key).then().statusCode(200);
            post("/burst/archive/{key}/work", key).then().statusCode(200);

            assertThat(runs(key)).isEqualTo(1);
            // migrated by Flyway
            assertThat(schemas.tables(key)).containsExactlyInAnyOrder("scroll", "scroll_SEQ", "flyway_schema_history");
            assertThat(schemas.query(key, "select version from flyway_schema_history where success order by installed_rank")
                    .toString()).isEqualTo("[{version=1}, {version=2}]");
        }
    }

    /** A close on purpose allows a replaced database under the key. */
    @Test
    void initializerRunsAgainAfterClose() {
        schemas.create("closed");
        openArchive("closed", "closed").then().statusCode(200);
        assertThat(close("archive", "closed")).isTrue();
        openArchive("closed", "closed").then().statusCode(200);
        assertThat(runs("closed")).isEqualTo(2);
    }

    @Test
    void failedInitializerLeavesDatabaseClosed() {
        schemas.create("failing-init");
        put("/prepare/failing-init?fail=true").then().statusCode(204);

        Response refused = openArchive("failing-init", "failing-init");

        assertThat(refused.statusCode()).isGreaterThanOrEqualTo(500);
        assertThat(keys("archive")).doesNotContain("failing-init");
        Await.until("it is not known either", LONG,
                () -> exceptionMessage("archive", "failing-init").startsWith("UnknownDatabaseException"));
        assertThat(Await.until(LONG, () -> schemas.connections("failing-init").isEmpty())).as("connections left").isTrue();
        assertThat(locks("failing-init")).as("locks left").isEmpty();

        put("/prepare/failing-init?fail=false").then().statusCode(204);
        Await.until("the next one tries again", LONG, () -> openArchive("failing-init", "failing-init").statusCode() == 200);
        assertThat(exceptionMessage("archive", "failing-init")).isEqualTo("done");
    }

    /** All waiting threads get the same failure, without an attempt for each of them. */
    @Test
    void waitingThreadsGetTheFailureOfTheInitializer() {
        schemas.create("failing-burst");
        given().body(schemas.url("failing-burst")).put("/places/failing-burst").then().statusCode(204);
        put("/prepare/failing-burst?fail=true").then().statusCode(204);

        Map<String, Integer> outcomes = post("/burst/archive/failing-burst/work").then().statusCode(200).extract().jsonPath()
                .getMap("$");

        assertThat(outcomes.keySet()).allMatch(text -> text.contains("There is no papyrus"));
        assertThat(runs("failing-burst")).as("tries by 50 threads").isLessThan(10);
        put("/prepare/failing-burst?fail=false").then().statusCode(204);
        Await.until("the next one tries again", LONG, () -> exceptionMessage("archive", "failing-burst").equals("done"));
    }

    /** Two keys of one database behave as two applications: their preparations run one after the other. */
    @Test
    void preparationsOfOneDatabaseRunOneAfterTheOther() throws SQLException {
        schemas.create("locked");
        put("/prepare/locked-1?wait=true").then().statusCode(204);
        CompletableFuture<Response> first = later(() -> openArchive("locked-1", "locked"));
        put("/gates/locked-1/reached").then().statusCode(204);
        List<String> held = locks("locked");
        assertThat(held).as("the lock that it is held under").hasSize(1);

        CompletableFuture<Response> second = later(() -> openArchive("locked-2", "locked"));
        Await.until("it waits for the lock", LONG, () -> waitingFor(held.get(0)) == 1);
        assertThat(Await.until(MEANWHILE, () -> runs("locked-2") > 0 || second.isDone())).as("it went on").isFalse();
        put("/gates/locked-1/open").then().statusCode(204);

        first.join().then().statusCode(200);
        second.join().then().statusCode(200).body("key", is("locked-2"));
        assertThat(runs("locked-2")).isEqualTo(1);
        assertThat(locks("locked")).isEmpty();

        anotherProcessHolds(held.get(0));
    }

    /** Holds the lock from a process that is not this application. */
    private void anotherProcessHolds(String lock) throws SQLException {
        try (Connection other = schemas.server().connect("");
                PreparedStatement get = other.prepareStatement("select get_lock(?, 0)")) {
            get.setString(1, lock);
            get.executeQuery();
            CompletableFuture<Response> third = later(() -> openArchive("locked-3", "locked"));
            Await.until("it waits for the lock", LONG, () -> waitingFor(lock) == 1);
            assertThat(Await.until(MEANWHILE, () -> runs("locked-3") > 0 || third.isDone())).as("it went on").isFalse();

            // ends as by a crash, while it holds the lock
            other.close();

            third.join().then().statusCode(200);
            assertThat(runs("locked-3")).isEqualTo(1);
        }
    }

    /** Names of the user-level locks that connections to a database hold. */
    private List<String> locks(String key) {
        return schemas.server().query("select l.object_name as name from performance_schema.metadata_locks l"
                + " join performance_schema.threads t on t.thread_id = l.owner_thread_id where l.object_type = 'USER LEVEL LOCK'"
                + " and l.lock_status = 'GRANTED' and t.processlist_db = ?", schemas.name(key)).stream()
                .map(row -> (String) row.get("name")).toList();
    }

    private int waitingFor(String lock) {
        return schemas.server().query("select 1 from performance_schema.metadata_locks where object_type = 'USER LEVEL LOCK'"
                + " and lock_status = 'PENDING' and object_name = ?", lock).size();
    }
}
