package io.quarkiverse.binds.test.dynamic;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.test.databases.BlackHole;
import io.quarkiverse.binds.test.support.Await;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Health, meters and statistics of databases that are opened and closed. */
@QuarkusTest
class HealthTest extends OnMySql {

    /** Of each open database. */
    private static final int METERS = 10;

    /** Of the bind "archive". */
    private static final double LOGIN_TIMEOUT_SECONDS = 2;

    private static Map<String, String> health(String bind, String overall) {
        Response ready = get("/q/health/ready");
        assertThat(ready.jsonPath().getString("status")).as(ready.asString()).isEqualTo(overall);
        Map<String, String> data = ready.jsonPath()
                .getMap("checks.find { it.name == \"Databases of bind '" + bind + "'\" }.data");
        return data == null ? Map.of() : data;
    }

    private static List<String> meters(String key) {
        List<String> all = get("/machine/meters").then().statusCode(200).extract().jsonPath().getList("$");
        return all.stream().filter(line -> line.contains("database=" + key + ", ")).toList();
    }

    @Test
    void healthAndMetersFollowTheOpenDatabases() {
        schemas.create("healthy", "stays");
        get("/databases/tenants/of/stays").then().statusCode(200);
        assertThat(health("tenants", "UP")).doesNotContainKey("healthy").containsEntry("stays", "UP");
        assertThat(meters("healthy")).isEmpty();

        as("healthy").post("/notes?text=x").then().statusCode(200);

        assertThat(health("tenants", "UP")).containsEntry("healthy", "UP").containsEntry("stays", "UP");
        Await.until("the request has ended", LONG, () -> active("tenants") == 0);
        assertThat(meters("healthy")).hasSize(METERS).contains(
                "binds.pool.active{bind=tenants, database=healthy, role=primary}=0.0",
                "binds.pool.idle{bind=tenants, database=healthy, role=primary}=1.0",
                "binds.pool.waiting{bind=tenants, database=healthy, role=primary}=0.0",
                "binds.pool.size{bind=tenants, database=healthy, role=primary}=1.0",
                "binds.pool.opened{bind=tenants, database=healthy, role=primary}=1.0",
                "binds.pool.lost{bind=tenants, database=healthy, role=primary}=0.0");
        assertThat(stats("tenants").getMap("pools")).containsKey("healthy");

        assertThat(close("tenants", "healthy")).isTrue();

        assertThat(health("tenants", "UP")).doesNotContainKey("healthy").containsEntry("stays", "UP");
        assertThat(meters("healthy")).isEmpty();
        assertThat(meters("stays")).hasSize(METERS);
        assertThat(stats("tenants").getMap("pools")).doesNotContainKey("healthy");
    }

    /** M10: the datasource that Quarkus creates for a dynamic bind never has a connection. */
    @Test
    void dynamicBindHasNoMetersOfItsUnusedPool() {
        assertThat(get("/machine/agroal-meters/default").jsonPath().getList("$")).contains("agroal.active.count");
        assertThat(get("/machine/agroal-meters/tenants").jsonPath().getList("$")).isEmpty();
    }

    /** A single tenant's dead server must not take the application out of service. */
    @Test
    void deadDatabaseIsShownAndApplicationIsReady() throws Exception {
        schemas.create("bare-dead");
        try (BlackHole way = new BlackHole(schemas.server().host(), schemas.server().port())) {
            open("archive", "bare-dead", schemas.url("bare-dead", way.port())).then().statusCode(200);
            assertThat(health("archive", "UP")).containsEntry("bare-dead", "UP");
        }
        get("/databases/archive/of/bare-dead/value?sql=select 1").then().statusCode(503);

        assertThat(health("archive", "UP").get("bare-dead")).startsWith("DOWN: ").contains("bare-dead")
                .doesNotContain("binds:binds");

        close("archive", "bare-dead");
        assertThat(health("archive", "UP")).doesNotContainKey("bare-dead");
    }

    /** A database whose server dies after its last use is found by the ping that the check before has begun. */
    @Test
    void databaseThatDiesUnusedIsFoundByPing() throws Exception {
        schemas.create("bare-unused");
        BlackHole way = new BlackHole(schemas.server().host(), schemas.server().port());
        open("archive", "bare-unused", schemas.url("bare-unused", way.port())).then().statusCode(200);
        assertThat(health("archive", "UP")).containsEntry("bare-unused", "UP");

        way.close();

        Await.until("found", LONG, () -> health("archive", "UP").get("bare-unused").startsWith("DOWN: "));
        close("archive", "bare-unused");
    }

    /** The health check does not wait for the server. */
    @Test
    void silentDatabaseIsShownAtOnce() throws Exception {
        schemas.create("bare-mute");
        try (BlackHole way = new BlackHole(schemas.server().host(), schemas.server().port())) {
            open("archive", "bare-mute", schemas.url("bare-mute", way.port())).then().statusCode(200);
            post("/databases/archive/of/bare-mute/dispose").then().statusCode(204);
            way.swallow();
            get("/databases/archive/of/bare-mute/value?sql=select 1").then().statusCode(503);

            long accepted = way.accepted();
            long start = System.nanoTime();
            Map<String, String> data = health("archive", "UP");
            double seconds = (System.nanoTime() - start) / 1e9;

            print("readiness with a database that answers nothing: after %.2f s: %s", seconds, data.get("bare-mute"));
            assertThat(data.get("bare-mute")).startsWith("DOWN: ");
            assertThat(way.accepted()).as("it is not asked").isEqualTo(accepted);
            assertThat(seconds).as("it is not waited for").isLessThan(LOGIN_TIMEOUT_SECONDS);
            close("archive", "bare-mute");
        }
    }
}
