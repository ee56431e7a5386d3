package io.quarkiverse.binds.test.observability;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.test.support.Await;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/**
 * No output of a run has one of its secrets: a password in a URL, the key of tokens, a value of a row. The log is that of all
 * tests before as well. Answers of health checks with details are in the module of databases on the fly.
 */
@QuarkusTest
@QuarkusTestResource(Databases.class)
class SecretsTest {

    private static final String VALUE = "value-of-a-row-5ecret";
    private static final String WRONG = "wrong-5ecret";
    private static final List<String> SECRETS = List.of(Databases.PASSWORD, Databases.TOKEN_KEY, VALUE, WRONG);

    @AfterEach
    void serverAnswersAgain() {
        Databases.proxy.forward();
        Await.until("ready", () -> get("/q/health/ready").statusCode() == 200);
    }

    private static RequestSpecification secrets() {
        return given().contentType("application/json").body(Map.of("parameter", VALUE, "url",
                "h2:mem:observability_secret0;USER=nobody;PASSWORD=" + WRONG));
    }

    @Test
    void noOutputHasASecret() {
        Map<String, String> outputs = new TreeMap<>();
        get("/remote").then().statusCode(200);
        secrets().post("/secrets/row").then().statusCode(204);
        given().post("/tenants?prefix=secret&from=0&to=1").then().statusCode(204);
        Databases.swallow();

        List<String> failures = secrets().post("/secrets").jsonPath().getList("$");
        Response page = secrets().post("/secrets/page");

        assertThat(failures).hasSize(4).doesNotContain("no failure");
        assertThat(page.statusCode()).isEqualTo(500);
        outputs.put("recorded queries", secrets().post("/secrets/statements").then().statusCode(200).extract().asString());
        outputs.put("exceptions", failures.toString());
        outputs.put("error page", page.asString());
        outputs.put("exception of a duplicate",
                secrets().post("/secrets/duplicate").then().statusCode(200).extract().asString());
        outputs.put("page of a duplicate",
                secrets().post("/secrets/duplicate-page").then().statusCode(500).extract().asString());
        outputs.put("unavailable page", get("/remote").asString());
        outputs.put("health", get("/q/health").asString());
        outputs.put("metrics", get("/q/metrics").asString());
        outputs.put("spans", get("/spans").asString());
        outputs.put("settings", get("/secrets/binds").asString());
        outputs.put("log", get("/secrets/log").asString());

        assertThat(outputs).allSatisfy((name, output) -> assertThat(output).as(name).doesNotContain(SECRETS));
        // each output is that of this run
        assertThat(outputs.get("health")).contains("no answer");
        assertThat(outputs.get("metrics")).contains("binds_pool_active");
        assertThat(outputs.get("spans")).contains("insert into item", "select * from nowhere");
        assertThat(outputs.get("settings")).contains("password", "***");
        assertThat(outputs.get("exception of a duplicate")).contains("Duplicate entry '***' for key");
        assertThat(outputs.get("page of a duplicate")).isNotEmpty();
        assertThat(outputs.get("spans")).contains("\"exception.message\":", "Duplicate entry '***' for key");
        assertThat(outputs.get("log")).contains("Duplicate entry '***' for key", "Bind 'remote'", "insert into item", "nowhere",
                "tenants/secret_echo: ", "select ? as echoed", "A statement of the default bind took");
        assertThat(outputs.get("recorded queries")).contains("insert into account", "iban = ? and sleep", "***");
    }
}
