package io.quarkiverse.binds.test.command;

import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.test.databases.MySqlTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(MySqlTestResource.class)
class ClassicRestTest {

    /** L17: a request of RESTEasy Classic is no unit of work, and the error does not claim that it was. */
    @Test
    void useWithoutUnitOfWorkIsRefused() {
        assertThat(post("/items/bare/classic-bare").asString()).contains("There is no unit of work on thread",
                "run the work with db.run(...)", "only with Quarkus REST (quarkus-rest)")
                .doesNotContain("a REST request is one");
    }

    /** C5. */
    @Test
    void requestRunsUnitOfWork() {
        post("/items/commit/classic-committed").then().statusCode(200).body(equalTo("added"));
        post("/items/flush/classic-flushed").then().statusCode(200).body(equalTo("added"));
        assertThat(OnMySql.items("classic-committed")).isEqualTo(1);
        assertThat(OnMySql.items("classic-flushed")).isZero();
    }
}
