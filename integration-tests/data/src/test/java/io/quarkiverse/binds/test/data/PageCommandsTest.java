package io.quarkiverse.binds.test.data;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.put;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.test.support.Await;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** I2, K18: the commands that a page costs at a MySQL server, counted there; the last of each request ends its transaction. */
@QuarkusTest
@QuarkusTestResource(Databases.class)
class PageCommandsTest {

    private static final int REQUESTS = 10;

    @BeforeEach
    void rows() {
        put("/mysql/todos/50").then().statusCode(204);
        get("/mysql/todos").then().statusCode(200); // the connection is open and known
    }

    @Test
    void countedPageTakesTwoStatements() {
        assertCommands("/mysql/todos", 3);
    }

    @Test
    void uncountedPageTakesOneStatement() {
        assertCommands("/mysql/todos/uncounted", 2);
    }

    /** The page itself with its count, then the next one. */
    @Test
    void neighbourTakesOneStatement() {
        assertCommands("/mysql/todos/next", 4);
    }

    @Test
    void fetchedCollectionsTakeOneStatementMore() {
        assertCommands("/mysql/todos/fetched", 4);
    }

    /** From the beginning, after a row, and before it. */
    @Test
    void pageByCursorTakesOneStatement() {
        put("/mysql/items/numbered/50").then().statusCode(204);
        String cursor = get("/mysql/items").then().statusCode(200).extract().path("next");
        assertCommands("/mysql/items", 2);
        assertCommands("/mysql/items?after=" + cursor, 2);
        assertCommands("/mysql/items?before=" + cursor, 2);
    }

    /** The end of a request may follow its response. */
    private static void assertCommands(String path, int commands) {
        long before = questions();
        for (int i = 0; i < REQUESTS; i++) {
            get(path).then().statusCode(200);
        }
        Await.until(Duration.ofSeconds(10), () -> questions() - before >= commands * REQUESTS);
        assertThat(questions() - before).isEqualTo(commands * REQUESTS);
    }

    /** Commands of the connections to this database that are open. */
    private static long questions() {
        return ((Number) Databases.MYSQL.query("select cast(sum(s.variable_value) as unsigned) as n"
                + " from performance_schema.status_by_thread s join performance_schema.threads t using (thread_id)"
                + " where t.processlist_db = ? and s.variable_name = 'Questions'", Databases.NAME).get(0).get("n")).longValue();
    }
}
