package io.quarkiverse.binds.test.dynamic;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.binds.test.support.Await;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** G6: databases unknown when the application was built and started. */
@QuarkusTest
class OnTheFlyTest extends OnMySql {

    @Test
    void databaseIsCreatedOpenedAndUsedAtRunTime() {
        String started = get("/machine/started").asString();
        schemas.create("fly");
        assertThat(schemas.tables("fly")).isEmpty();

        // the key is not the database's name, so the template does not lead to it
        as("opened-by-url").get("/notes").then().statusCode(404);
        Await.until("it may be tried again", LONG,
                () -> open("tenants", "opened-by-url", schemas.url("fly")).statusCode() == 200);
        assertThat(schemas.tables("fly")).containsExactlyInAnyOrder("note", "note_SEQ");
        as("opened-by-url").queryParam("text", "written").post("/notes").then().statusCode(200);
        as("opened-by-url").get("/notes").then().body("$", contains("written"));
        get("/databases/tenants/of/opened-by-url").then().body("key", is("opened-by-url"), "bind", is("tenants"), "isOpen",
                is(true), "url", allOf(containsString(schemas.name("fly")), not(containsString(":binds@"))));

        assertThat(schemas.notes("fly")).containsExactly("written");
        assertThat(keys("tenants")).contains("opened-by-url");
        assertThat(get("/machine/started").asString()).isEqualTo(started);

        assertThat(close("tenants", "opened-by-url")).isTrue();
        assertThat(keys("tenants")).doesNotContain("opened-by-url");
        assertThat(close("tenants", "opened-by-url")).as("once more").isFalse();
        as("opened-by-url").get("/notes").then().statusCode(404);
    }

    /** F5: options of a bind given per database reach the pool and the driver. */
    @Test
    void optionsApplyToOneDatabase() {
        schemas.create("options", "usual");

        open("tenants", "options", schemas.url("options"), "size=2", "overflow=0", "property=connectionCollation=utf8mb4_bin")
                .then().statusCode(200).body("size", is(2), "maxOverflow", is(0));

        get("/databases/tenants/of/usual").then().body("size", is(1), "maxOverflow", is(2));
        assertThat(value("tenants", "options", "select @@collation_connection")).isEqualTo("utf8mb4_bin");
        assertThat(value("tenants", "usual", "select @@collation_connection")).isNotEqualTo("utf8mb4_bin");
    }

    /** F5. */
    @Test
    void connectionsAreRecycled() {
        schemas.create("recycled", "kept");
        open("tenants", "recycled", schemas.url("recycled"), "overflow=0", "recycle=1").then().statusCode(200);
        open("tenants", "kept", schemas.url("kept"), "overflow=0").then().statusCode(200);
        String first = value("tenants", "recycled", "select connection_id()");
        String kept = value("tenants", "kept", "select connection_id()");

        Await.until("there is another connection", LONG,
                () -> !value("tenants", "recycled", "select connection_id()").equals(first));

        assertThat(value("tenants", "kept", "select connection_id()")).isEqualTo(kept);
    }

    /** A1: no request gets a killed idle connection, and other databases keep theirs. */
    @Test
    void killedIdleConnectionsAreReplaced() {
        schemas.create("killed", "beside");
        Stream.of("killed", "beside")
                .forEach(key -> as(key).queryParam("text", "before").post("/notes").then().statusCode(200));
        Set<Long> beside = schemas.connections("beside");
        assertThat(beside).isNotEmpty();

        schemas.kill("killed");

        as("killed").queryParam("text", "after").post("/notes").then().statusCode(200);
        as("beside").queryParam("text", "after").post("/notes").then().statusCode(200);
        assertThat(schemas.notes("killed")).containsExactly("before", "after");
        assertThat(schemas.connections("beside")).isEqualTo(beside);
    }

    /** A connection lost within a transaction cannot be replaced; the next request succeeds. */
    @Test
    void connectionKilledInTransactionFailsTheRequest() {
        schemas.create("under-way");
        CompletableFuture<Response> held = hold("tenants", "under-way", "under-way");

        schemas.kill("under-way");

        Response response = release(held, "under-way");
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(500);
        as("under-way").queryParam("text", "after").post("/notes").then().statusCode(200);
        assertThat(keys("tenants")).contains("under-way");
    }

    /** G10: an exception leaves no row, no borrowed connection and no lock. */
    @Test
    void exceptionLeavesNoRowConnectionOrLock() {
        schemas.create("failing");
        post("/run/failing?text=before").then().statusCode(204);
        Set<Long> before = schemas.connections("failing");

        for (int i = 0; i < 10; i++) {
            post("/run/failing/failing?text=never").then().statusCode(500).body(is("Failure: no never"));
        }

        Await.until("all returned", LONG, () -> active("tenants") == 0);
        assertThat(schemas.notes("failing")).containsExactly("before");
        assertThat(schemas.connections("failing")).isEqualTo(before);
        assertThat(schemas.isFree("failing", "note")).isTrue();
    }

    /** One commit covers dynamic and ordinary binds. */
    @Test
    void commitCoversOtherBinds() {
        schemas.create("joined");
        as("joined").post("/notes/both?text=one").then().statusCode(204);

        // the place exists already, so neither row is written
        as("joined").post("/notes/both?text=one").then().statusCode(500);
        as("joined").post("/notes/both?text=two").then().statusCode(204);

        assertThat(schemas.notes("joined")).containsExactly("one", "two");
        assertThat(schemas.query("main", "select name from place where name in ('one', 'two')")).hasSize(2);
    }

    /** The call that opens the database reports the error, and the key stays unknown. */
    @ParameterizedTest
    @ValueSource(strings = { "unknown", "refused", "password" })
    void failedOpeningLeavesKeyUnknown(String what) throws Exception {
        schemas.create("wrong-" + what);
        String url = switch (what) {
            case "unknown" -> schemas.url("nothing-there");
            case "refused" -> schemas.url("wrong-refused", Ports.unused());
            default -> schemas.url("wrong-password").replace(":binds@", ":secret-value@");
        };
        int status = what.equals("unknown") ? 404 : 503;

        String answer = open("tenants", "key-" + what, url).then().statusCode(status).extract().asString();

        assertThat(answer).doesNotContain("secret-value");
        assertThat(keys("tenants")).doesNotContain("key-" + what);
        as("key-" + what).get("/notes").then().statusCode(404);
    }

    /** A failure with one URL does not delay another URL. */
    @Test
    void correctedUrlIsTriedAtOnce() throws Exception {
        schemas.create("corrected");
        // several times in a row: repeated failures are reported without another attempt for a while
        for (int i = 0; i < 5; i++) {
            open("tenants", "corrected-key", schemas.url("corrected", Ports.unused())).then().statusCode(503);
        }
        open("tenants", "corrected-key", schemas.url("corrected")).then().statusCode(200);
        assertThat(value("tenants", "corrected-key", "select database()")).isEqualTo(schemas.name("corrected"));
    }

    /** Untrusted URLs must not have properties that read files or load classes. */
    @ParameterizedTest
    @ValueSource(strings = { "allowLoadLocalInfile=true", "autoDeserialize=true", "queryInterceptors=x.Y",
            "socketFactory=x.Y" })
    void dangerousPropertyIsRefused(String property) {
        open("tenants", "attack", schemas.url("main") + "?" + property).then().statusCode(500)
                .body(containsString(property.split("=")[0]));
        open("tenants", "attack", schemas.url("main"), "property=" + property).then().statusCode(500)
                .body(containsString(property.split("=")[0]));
        given().get("/databases/tenants/of/attack").then().statusCode(404);
    }
}
