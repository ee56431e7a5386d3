package io.quarkiverse.binds.test.sharding;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.Reads;
import io.quarkiverse.binds.RecordedQueries;
import io.quarkiverse.binds.UnitOfWorkOptions;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** A bind whose driver spreads its tables over two servers. */
@QuarkusTest
@QuarkusTestResource(value = TwoServersResource.class, restrictToAnnotatedClass = true)
class ShardingTest {

    /** Injected by the test resource. */
    TwoServers servers;

    @Inject
    Db db;

    @Inject
    RecordedQueries queries;

    @Test
    void rowIsOnTheServerOfItsTenant() {
        for (String tenant : new String[] { "a", "b" }) {
            int home = TwoServers.numberOf(tenant);
            given().post("/sales/once?tenant=" + tenant + "&name=first").then().statusCode(200);
            assertThat(servers.rows(home, "unique_sale")).containsEntry(tenant + "/first", 1L);
            assertThat(servers.rows(1 - home, "unique_sale")).doesNotContainKey(tenant + "/first");
        }
    }

    /** The servers' own auto-increment would give both the same. */
    @Test
    void idsOfBothServersDiffer() {
        String first = given().post("/sales/once?tenant=a&name=id").then().statusCode(200).extract().asString();
        String second = given().post("/sales/once?tenant=b&name=id").then().statusCode(200).extract().asString();
        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void readsByStatementAreRecorded() {
        given().post("/sales/once?tenant=a&name=read").then().statusCode(200);
        db.run(UnitOfWorkOptions.defaults().reads(Reads.STATEMENT), () -> {
            assertThat(db.query(UniqueSale.class, "tenant = ?1 and name = ?2", "a", "read").getResultList()).hasSize(1);
            assertThat(queries.list()).singleElement()
                    .satisfies(query -> assertThat(query.statement()).contains("from unique_sale"));
        });
    }

    @Test
    void duplicateIsReportedAsTheServerDoes() {
        given().post("/sales/once?tenant=a&name=twice").then().statusCode(200);
        assertThat(catchThrowable(() -> db.run(UnitOfWorkOptions.defaults().commitOnSuccess(),
                () -> db.add(new UniqueSale("a", "twice"))))).hasMessageContaining("Duplicate entry");
        assertThat(servers.rows(TwoServers.numberOf("a"), "unique_sale")).containsEntry("a/twice", 1L);
    }
}
