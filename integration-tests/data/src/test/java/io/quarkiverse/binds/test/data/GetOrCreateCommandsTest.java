package io.quarkiverse.binds.test.data;

import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.test.support.Await;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** E1: the commands that get-or-create and upsert cost at a MySQL server, counted there; the last is the commit. */
@QuarkusTest
@QuarkusTestResource(Databases.class)
class GetOrCreateCommandsTest {

    private static final int REQUESTS = 10;

    @BeforeEach
    void rows() {
        post("/mysql/accounts/clear").then().statusCode(204);
        post("/mysql/counters/get-or-create?name=known").then().statusCode(200);
        post("/mysql/counters/upsert?name=known").then().statusCode(204); // indexes and connection are known
    }

    @Test
    void plainInsertTakesInsertAndCommit() {
        assertCommands("insert?name=plain", true, 2);
    }

    @Test
    void newRowTakesNoMoreThanAPlainInsert() {
        assertCommands("get-or-create?name=new", true, 2);
    }

    /** The failed insert, the read, the commit. */
    @Test
    void existingRowTakesOneReadMore() {
        assertCommands("get-or-create?name=known", false, 3);
    }

    @Test
    void upsertTakesOneStatement() {
        assertCommands("upsert?name=known", false, 2);
        assertCommands("upsert?name=upserted", true, 2);
    }

    private static void assertCommands(String path, boolean numbered, int commands) {
        long before = questions();
        for (int i = 0; i < REQUESTS; i++) {
            post("/mysql/counters/" + path + (numbered ? i : "")).then().statusCode(org.hamcrest.Matchers.lessThan(300));
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
