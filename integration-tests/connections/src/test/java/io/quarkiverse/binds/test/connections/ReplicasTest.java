package io.quarkiverse.binds.test.connections;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkiverse.binds.test.support.Await;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Replicas serve read-only units of work as long as one of them answers. */
@QuarkusTest
@TestProfile(ReplicasProfile.class)
@QuarkusTestResource(value = ReplicaServersResource.class, restrictToAnnotatedClass = true)
class ReplicasTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @Primary
    DatabaseServer primary;

    @Replica
    DatabaseServer replica;

    @Test
    void readOnlyUnitsAreServedByReplicas() {
        post("/notes?name=of-primary").then().statusCode(200);

        assertThat(names("annotated")).containsExactly("of-replica");
        assertThat(names("run")).containsExactly("of-replica");
        assertThat(names("not")).containsExactly("of-primary");
        assertThat(get("/read-only/sql").then().statusCode(200).extract().jsonPath().getList("", Integer.class))
                .containsOnly(replica.port());
        assertThat(post("/read-only/own?name=mine").then().statusCode(200).extract().asString()).isEqualTo("1");

        replica.stop();
        try {
            for (int i = 0; i < 20; i++) {
                assertThat(names("annotated")).as("the server of the bind itself").containsExactly("of-primary");
            }
        } finally {
            replica.startAgain();
        }
        assertThat(Await.until(LONG, () -> names("run").equals(List.of("of-replica")))).as("the replica is used again")
                .isTrue();
        assertThat(primary.queryIn("notes", "select name from note")).as("flushed and not committed").hasSize(1);
    }

    private static List<String> names(String how) {
        return get("/read-only/" + how).then().statusCode(200).extract().jsonPath().getList("", String.class);
    }
}
