package io.quarkiverse.binds.test.sharding;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.Db;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** A driver as Quarkus documents it for databases that it has no extension for has the pool of a bind. */
@QuarkusTest
@TestProfile(OtherKindTest.OtherKind.class)
@QuarkusTestResource(value = TwoServersResource.class, restrictToAnnotatedClass = true)
class OtherKindTest {

    /** Injected by the test resource. */
    TwoServers servers;

    @Inject
    Db db;

    @Test
    void bindHasItsPoolAndRowsAreOnTheirServers() {
        for (String tenant : new String[] { "a", "b" }) {
            given().post("/sales/once?tenant=" + tenant + "&name=other").then().statusCode(200);
            assertThat(servers.rows(TwoServers.numberOf(tenant), "unique_sale")).containsEntry(tenant + "/other", 1L);
        }
        assertThat(db.bind("<default>").pool().maxOverflow()).isEqualTo(15);
        assertThat(db.bind("<default>").pool().created()).isPositive();
    }

    /** Keys of Quarkus. */
    public static class OtherKind implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.binds.db-kind", "other",
                    "quarkus.datasource.jdbc.driver", "org.apache.shardingsphere.driver.ShardingSphereDriver",
                    "quarkus.hibernate-orm.dialect", "MySQL");
        }
    }
}
