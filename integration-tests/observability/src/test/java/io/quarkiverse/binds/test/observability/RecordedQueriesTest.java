package io.quarkiverse.binds.test.observability;

import static io.restassured.RestAssured.delete;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** K22, and what the log and the header say of statements. */
@QuarkusTest
@QuarkusTestResource(Databases.class)
class RecordedQueriesTest {

    private static final String CALLER = "RecordedQueriesResource.";

    @BeforeEach
    void clear() {
        delete("/statement-log").then().statusCode(204);
    }

    /** K22. */
    @Test
    void queryIsRecordedWithParameterTimesAndCaller() {
        Map<String, Object> last = last("/recorded/todos");
        assertThat(last.get("statement").toString()).containsIgnoringCase("from todo");
        assertThat(last.get("parameters")).isEqualTo(List.of(5));
        assertThat(last).containsEntry("bind", "tenants").containsEntry("database", "recorded").containsEntry("rows", 0)
                .containsEntry("batchSize", 1).containsEntry("failure", null);
        Duration duration = Duration.between(instant(last, "start"), instant(last, "end"));
        assertThat(duration).isPositive();
        assertThat(nanos(last.get("duration"))).isEqualTo(duration.toNanos());
        assertThat(last.get("location").toString()).matches("RecordedQueriesResource\\.lambda\\$todos\\$\\d+"
                + "\\(RecordedQueriesResource\\.java:\\d+\\)");
    }

    /** K22. */
    @Test
    void newRequestStartsWithNone() {
        assertThat(get("/recorded/counts").jsonPath().getList("", Integer.class)).containsExactly(0, 1);
        assertThat(get("/recorded/counts").jsonPath().getList("", Integer.class)).containsExactly(0, 1);
    }

    /** K22. */
    @Test
    void bindThatRecordsNothingKeepsNothing() {
        assertThat(queries("/recorded/off")).isEmpty();
    }

    /** K21. */
    @Test
    void fetchedAssociationTakesOneStatement() {
        String id = post("/recorded/books?author=k21").then().statusCode(200).extract().asString();
        List<Map<String, Object>> queries = queries("/recorded/fetched?book=" + id);
        assertThat(queries).hasSize(1);
        assertThat(queries.get(0)).containsEntry("rows", 1);
    }

    @Test
    void statementsOfEachApiAreRecorded() {
        assertThat(queries("/recorded/apis")).extracting(RecordedQueriesTest::text).containsExactly(
                "bySession [] 0", "byStatelessSession [] 0", "byPanache [panache] 0", "bySql [sql] 0", "byStatement [] 1",
                "byPreparedStatement [prepared, 7] 2", "byBatch [batch0, -1] 0 of 3", "inNewTransaction [requires new] 1",
                "lambda$inProgrammaticTransaction$0 [programmatic] 1", "byCall [1] -1 java.sql.SQLSyntaxErrorException");
    }

    @Test
    void unitOfWorkWithinARequestHasItsOwn() {
        assertThat(get("/recorded/nested").jsonPath().getList("", Integer.class)).containsExactly(1, 2);
    }

    @Test
    void eachAttemptBeginsWithNone() {
        assertThat(get("/recorded/retried").jsonPath().getList("", Integer.class)).containsExactly(0, 1, 0, 1);
    }

    @Test
    void statementsBeyondTheMaximumAreCounted() {
        assertThat(get("/recorded/many").jsonPath().getList("", Integer.class)).containsExactly(50, 10);
    }

    @Test
    void valuesOfMaskedColumnsAreNotKept() {
        List<Map<String, Object>> queries = post("/recorded/accounts?password=geheim-4711").then().statusCode(200).extract()
                .jsonPath().getList("");
        assertThat(queries.toString()).doesNotContain("geheim-4711");
        assertThat(queries).extracting(query -> query.get("parameters").toString())
                .anyMatch(values -> values.contains("ann, ***")).anyMatch(values -> values.startsWith("[***, ann"));
        assertThat(get("/statement-log/sql").asString()).doesNotContain("geheim-4711");
    }

    @Test
    void valuesOfSensitiveAttributesAreNotKept() {
        List<Map<String, Object>> queries = post("/recorded/sensitive?value=DE-4711").then().statusCode(200).extract()
                .jsonPath().getList("");
        assertThat(queries.toString()).doesNotContain("DE-4711").contains("bank", "bob");
        assertThat(queries).extracting(query -> query.get("parameters").toString()).contains("[***, ***, bob, 1]",
                "[***, bob]");
        assertThat(get("/statement-log/sql").asString()).doesNotContain("DE-4711");
    }

    @Test
    void failedStatementHasTheClassOfItsException() {
        Map<String, Object> last = last("/recorded/failed");
        assertThat(last).containsEntry("failure", "java.sql.SQLSyntaxErrorException").containsEntry("rows", -1);
        assertThat(last.get("location").toString()).startsWith(CALLER + "failed(");
    }

    @Test
    void otherThreadIsRefused() {
        assertThat(get("/recorded/other-thread").asString()).contains("db.run(...)");
    }

    @Test
    void slowStatementIsLoggedWithoutParameters() {
        get("/recorded/slow").then().statusCode(204);
        assertThat(log("slow")).hasSize(1).first().asString()
                .matches("WARN io\\.quarkiverse\\.binds\\.slow: A statement of the default bind took 3\\d\\d\\.\\d ms"
                        + " \\(quarkus\\.binds\\.slow-query=250\\.0 ms\\) at RecordedQueriesResource\\.slow"
                        + "\\(RecordedQueriesResource\\.java:\\d+\\): select sleep\\(\\?\\)");
    }

    @Test
    void echoLogsTheStatementsOfItsBindOnly() {
        get("/recorded/todos").then().statusCode(200);
        get("/recorded/counts").then().statusCode(200);
        assertThat(log("sql")).last().asString()
                .matches("INFO io\\.quarkiverse\\.binds\\.sql: tenants/recorded: \\d+\\.\\d ms: select .* from todo .*\\?");
        assertThat(log("sql")).noneMatch(line -> line.contains("author"));
    }

    @Test
    void repeatedStatementNamesItsAssociationOnce() {
        for (int i = 0; i < 6; i++) {
            post("/recorded/books?author=repeated" + i).then().statusCode(200);
        }
        get("/recorded/one-by-one").then().statusCode(200);
        get("/recorded/one-by-one").then().statusCode(200);
        assertThat(log("repeated")).hasSize(1).first().asString().contains("GET /recorded/one-by-one", "5 times",
                "the default bind", CALLER + "oneByOne(", "It loads Author.books", "join fetch");
    }

    @Test
    void serverTimingHasNumberAndTimeOfEachBind() {
        assertThat(get("/recorded/off").header("Server-Timing")).matches("db;desc=\"stock 1\";dur=\\d+\\.\\d");
        assertThat(get("/recorded/counts").header("Server-Timing")).matches("db;desc=\"default 1\";dur=\\d+\\.\\d");
        assertThat(get("/statement-log/sql").header("Server-Timing")).isNull();
    }

    private static List<String> log(String category) {
        return get("/statement-log/" + category).jsonPath().getList("", String.class);
    }

    private static List<Map<String, Object>> queries(String path) {
        return get(path).then().statusCode(200).extract().jsonPath().getList("");
    }

    private static Map<String, Object> last(String path) {
        List<Map<String, Object>> queries = queries(path);
        return queries.get(queries.size() - 1);
    }

    private static String text(Map<String, Object> query) {
        String location = query.get("location").toString().replaceFirst("^Statements\\.(.*)\\(Statements\\.java:\\d+\\)$",
                "$1");
        return location + " " + query.get("parameters") + " " + query.get("rows")
                + (query.get("batchSize").equals(1) ? "" : " of " + query.get("batchSize"))
                + (query.get("failure") == null ? "" : " " + query.get("failure"));
    }

    private static Instant instant(Map<String, Object> query, String name) {
        return Instant.parse(query.get(name).toString());
    }

    /** The duration as Jackson writes it: text, or seconds. */
    private static long nanos(Object duration) {
        return duration instanceof Number seconds ? Math.round(seconds.doubleValue() * 1e9)
                : Duration.parse(duration.toString()).toNanos();
    }
}
