package io.quarkiverse.binds.test.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashSet;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusDevModeTest;

/** L11: in dev mode the log explains a missing database, which the response does not. */
class SelectorsInDevModeTest {

    /** Port that other processes are unlikely to use. */
    private static final int PORT = 18391;

    private static final String NONE = null;

    @RegisterExtension
    static final QuarkusDevModeTest test = new QuarkusDevModeTest().withApplicationRoot(jar -> jar
            .addClasses(HeaderSelector.class, LeafResource.class)
            .addAsResource(new StringAsset("""
                    quarkus.http.port=%d
                    quarkus.binds.trees.dynamic=true
                    quarkus.binds.trees.url=h2:mem:leaves-{key};DB_CLOSE_DELAY=-1
                    """.formatted(PORT)), "application.properties"))
            .setLogRecordPredicate(record -> record.getLoggerName().equals("io.quarkiverse.binds")
                    && record.getLevel().intValue() >= Level.WARNING.intValue());

    private static final String SHORT = "There is no such database: ";

    @Test
    void eachReasonForMissingDatabaseIsLogged() throws Exception {
        assertThat(get("oak").body()).isEqualTo("leaves-oak");
        assertThat(test.getLogRecords()).isEmpty();

        String missing = lineOf(NONE);
        String empty = lineOf("");
        String refused = lineOf("../oak");
        test.modifySourceFile(HeaderSelector.class,
                text -> text.replace("@RequestScoped", "@jakarta.enterprise.inject.Vetoed"));
        HttpResponse<String> answer = get("oak");
        List<String> lines = lines();

        assertThat(missing).contains("No database of bind 'trees' is chosen", HeaderSelector.class.getName() + " gave null",
                "databases.run(key, ...)");
        assertThat(empty).contains(HeaderSelector.class.getName() + " gave an empty key");
        assertThat(refused).contains("'../oak' cannot be the key", "quarkus.binds.trees.key-pattern");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).as("at the start").contains("Every use of bind 'trees' fails",
                "implements io.quarkiverse.binds.DatabaseSelector", "databases.run(key, ...)");
        assertThat(lines.get(1)).contains("No database of bind 'trees' is chosen: there is no DatabaseSelector bean");
        assertThat(new HashSet<>(List.of(missing, empty, refused, lines.get(0), lines.get(1)))).hasSize(5);
    }

    /** @param key null for a request without the header */
    private static String lineOf(String key) throws Exception {
        HttpResponse<String> answer = get(key);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).startsWith(SHORT);
        List<String> lines = lines();
        assertThat(lines).hasSize(1);
        // M9: in dev mode the response contains the log message
        assertThat(lines.get(0)).contains(answer.body().substring(SHORT.length()));
        return lines.get(0);
    }

    private static List<String> lines() {
        List<String> lines = test.getLogRecords().stream().map(SelectorsInDevModeTest::text).toList();
        test.clearLogRecords();
        return lines;
    }

    private static String text(LogRecord record) {
        return record instanceof org.jboss.logmanager.ExtLogRecord extended ? extended.getFormattedMessage()
                : record.getMessage();
    }

    private static HttpResponse<String> get(String key) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + PORT + "/leaves"));
        return HttpClient.newHttpClient().send((key == null ? request : request.header("X-Tree", key)).build(),
                BodyHandlers.ofString());
    }
}
