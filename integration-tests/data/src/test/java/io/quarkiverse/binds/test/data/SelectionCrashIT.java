package io.quarkiverse.binds.test.data;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.test.support.Await;

/** I1: a job over a selection is killed between two of its chunks or in the middle of one, and goes on in a new process. */
@Tag("packaged-only")
class SelectionCrashIT {

    private static final int ROWS = 4000;

    private final Databases databases = new Databases("_crash");

    @Test
    void killedJobGoesOnAtItsStoredCursor() throws Exception {
        Map<String, String> properties = databases.start();
        try {
            try (PackagedApplication application = new PackagedApplication(properties)) {
                given().put(application.url() + "/mysql/entries/" + ROWS).then().statusCode(204);
                given().put(application.url() + "/mysql/jobs").then().statusCode(204);
                HttpClient.newHttpClient()
                        .sendAsync(HttpRequest.newBuilder(URI.create(application.url() + "/mysql/jobs?size=20"))
                                .POST(BodyPublishers.noBody()).build(), BodyHandlers.discarding());
                Await.until("a part is processed", () -> processed() >= ROWS / 10);
                application.kill();
            }
            // the server may still end the transaction of the killed process
            Await.until("no connection is left", () -> Databases.MYSQL.openConnections(databases.name()).isEmpty());
            long before = processed();
            assertThat(before).isBetween(ROWS / 10L, ROWS - 1L);

            try (PackagedApplication application = new PackagedApplication(properties)) {
                String rows = given().post(application.url() + "/mysql/jobs?size=1000").then().statusCode(200).extract()
                        .asString();
                assertThat(Long.parseLong(rows)).as("after " + before).isEqualTo(ROWS - before);
            }
            assertThat(number("processed = 1")).isEqualTo(ROWS);
        } finally {
            databases.stop();
        }
    }

    private long processed() {
        return number("processed > 0");
    }

    private long number(String condition) {
        return ((Number) Databases.MYSQL.queryIn(databases.name(), "select count(*) as n from entry_on_my_sql where "
                + condition).get(0).get("n")).longValue();
    }
}
