package io.quarkiverse.binds.test.observability;

import static io.restassured.RestAssured.delete;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.test.support.Await;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The spans of statements name bind and database, the span of a request has the ends of its units of work. */
@QuarkusTest
@QuarkusTestResource(Databases.class)
class TracingTest {

    private record Span(String name, Map<String, String> attributes, List<Event> events) {

        String statement() {
            return attributes.getOrDefault("db.statement", attributes.getOrDefault("db.query.text", ""));
        }
    }

    private record Event(String name, Map<String, String> attributes) {
    }

    @BeforeEach
    void clear() {
        delete("/spans").then().statusCode(204);
    }

    @SuppressWarnings("unchecked")
    private static List<Span> spans() {
        List<Map<String, Object>> spans = get("/spans").jsonPath().getList("$");
        return spans.stream().map(span -> new Span((String) span.get("name"), (Map<String, String>) span.get("attributes"),
                ((List<Map<String, Object>>) span.get("events")).stream()
                        .map(event -> new Event((String) event.get("name"), (Map<String, String>) event.get("attributes")))
                        .toList()))
                .toList();
    }

    private static Span statement(String part) {
        Await.until("a span with " + part, () -> spans().stream().anyMatch(span -> span.statement().contains(part)));
        return spans().stream().filter(span -> span.statement().contains(part)).findFirst().orElseThrow();
    }

    /** The span of a request ends after its answer. */
    private static Span request(String path) {
        Await.until("the span of " + path,
                () -> spans().stream().anyMatch(span -> path.equals(span.attributes().get("url.path"))));
        return spans().stream().filter(span -> path.equals(span.attributes().get("url.path"))).findFirst().orElseThrow();
    }

    @Test
    void spanOfStatementNamesItsBind() {
        given().queryParam("name", "traced").post("/items").then().statusCode(204);
        post("/ends/committed").then().statusCode(200);

        assertThat(statement("insert into item").attributes()).containsEntry("binds.bind", "stock")
                .doesNotContainKey("binds.database").containsEntry("db.name", Databases.STOCK);
        assertThat(statement("insert into author").attributes()).containsEntry("binds.bind", "default");
    }

    @Test
    void spanOfStatementOfReplicaNamesItsBind() {
        get("/items/replica").then().statusCode(200);

        assertThat(statement("from item").attributes()).containsEntry("binds.bind", "stock")
                .containsEntry("db.name", Databases.STOCK);
    }

    /** The pools of databases on the fly are made beside Quarkus, which traces its own only. */
    @Test
    void spanOfStatementOfTenantNamesItsDatabase() {
        post("/tenants?prefix=traced&from=0&to=2").then().statusCode(204);

        Await.until("a span for each tenant", () -> selections().size() == 2);
        assertThat(selections())
                .allSatisfy(attributes -> assertThat(attributes).containsEntry("binds.bind", "tenants"))
                .extracting(attributes -> attributes.get("binds.database")).containsExactly("traced0", "traced1");
        delete("/tenants?prefix=traced&from=0&to=2").then().statusCode(204);
    }

    private static List<Map<String, String>> selections() {
        return spans().stream().filter(span -> span.statement().equals("select ?")).map(Span::attributes).toList();
    }

    /** A parameter is never in a span. */
    @Test
    void spanHasNoValues() {
        given().contentType("application/json").body(Map.of("parameter", "value-5ecret")).post("/secrets/row").then()
                .statusCode(204);

        statement("insert into item");
        assertThat(get("/spans").asString()).contains("insert into item").doesNotContain("value-5ecret");
    }

    @Test
    void spanOfRequestHasTheEndsOfItsUnitsOfWork() {
        post("/ends/retried").then().statusCode(200);

        List<Event> events = request("/ends/retried").events();

        assertThat(events).extracting(Event::name).containsExactly("binds.unit_of_work.begin", "binds.unit_of_work.retried",
                "binds.unit_of_work.begin", "binds.unit_of_work.committed");
        assertThat(events.get(1).attributes()).containsEntry("binds.binds", "[stock]").containsEntry("binds.committed", "[]")
                .containsEntry("error.type", "jakarta.persistence.OptimisticLockException");
        assertThat(events.get(3).attributes()).containsEntry("binds.binds", "[stock]")
                .containsEntry("binds.committed", "[stock]").doesNotContainKey("error.type");
    }

    @Test
    void unitOfWorkOfRequestItselfIsReported() {
        given().queryParam("name", "traced").post("/items").then().statusCode(204);

        assertThat(request("/items").events()).extracting(Event::name).containsExactly("binds.unit_of_work.begin",
                "binds.unit_of_work.committed");
    }
}
