package io.quarkiverse.binds.test.sharding;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.SQLException;

import jakarta.inject.Inject;

import org.apache.shardingsphere.driver.ShardingSphereDriver;
import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.CommitOutcomeUnknownException;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.UnitOfWorkOptions;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Work that needs both servers: what the LOCAL transactions of ShardingSphere promise, and what one server's failure costs. */
@QuarkusTest
@QuarkusTestResource(value = TwoServersResource.class, restrictToAnnotatedClass = true)
class TwoServerUnitTest {

    /** Tenants of the servers 1 and 0. */
    private static final String FAILS = "a";
    private static final String STAYS = "b";

    /** Injected by the test resource. */
    TwoServers servers;

    @Inject
    Db db;

    @Test
    void unitOfTwoTenantsIsCommittedOnBothServers() {
        sell("both", () -> {
        });
        assertThat(rows(STAYS, "both")).isEqualTo(1);
        assertThat(rows(FAILS, "both")).isEqualTo(1);
    }

    @Test
    void unitThatFailsIsRolledBackOnBothServers() {
        assertThat(catchThrowable(() -> sell("none", () -> {
            throw new IllegalStateException("of the application");
        }))).hasMessage("of the application");
        assertThat(rows(STAYS, "none")).isZero();
        assertThat(rows(FAILS, "none")).isZero();
    }

    /** No atomicity over servers: the one that is left has committed. The application is told that the outcome is unknown. */
    @Test
    void serverThatDiesBeforeTheCommitLeavesHalfOfTheUnit() {
        Throwable failure;
        try {
            failure = catchThrowable(() -> sell("half", servers.server(1)::killHard));
        } finally {
            servers.server(1).startAgain();
        }
        assertThat(failure).isInstanceOf(CommitOutcomeUnknownException.class)
                .hasMessageContaining("may lead to several servers").hasMessageContaining("may differ between them");
        assertThat(rows(STAYS, "half")).isEqualTo(1);
        assertThat(rows(FAILS, "half")).isZero();
    }

    /** Queries without the tenant ask all servers. */
    @Test
    void whileServerIsDownOnlyWorkWithTheTenantOfTheOtherGoesOn() {
        String id = given().post("/sales/once?tenant=" + STAYS + "&name=found").then().statusCode(200).extract().asString();
        given().get("/sales/" + id).then().statusCode(200);
        servers.server(1).killHard();
        try {
            given().get("/sales?tenant=" + STAYS).then().statusCode(200);
            assertThat(given().get("/sales?tenant=" + FAILS).statusCode()).isGreaterThanOrEqualTo(500);
            assertThat(given().get("/sales/" + id).statusCode()).as("by its id alone").isGreaterThanOrEqualTo(500);
            db.bind("<default>").ping(); // asks the driver, which asks no server
            assertThat(catchThrowable(TwoServerUnitTest::connectAnew)).as("a start").isNotNull();
        } finally {
            servers.server(1).startAgain();
        }
        given().get("/sales/" + id).then().statusCode(200);
    }

    /** As an application does that starts now: the driver object has no connections yet. */
    private static void connectAnew() throws SQLException {
        new ShardingSphereDriver().connect("jdbc:shardingsphere:classpath:sharding.yaml?placeholder-type=system_props", null)
                .close();
    }

    private void sell(String name, Runnable beforeCommit) {
        db.run(UnitOfWorkOptions.defaults().commitOnSuccess(), () -> {
            db.add(new UniqueSale(STAYS, name));
            db.add(new UniqueSale(FAILS, name));
            db.flush();
            beforeCommit.run();
        });
    }

    private long rows(String tenant, String name) {
        return servers.rows(TwoServers.numberOf(tenant), "unique_sale").getOrDefault(tenant + "/" + name, 0L);
    }
}
