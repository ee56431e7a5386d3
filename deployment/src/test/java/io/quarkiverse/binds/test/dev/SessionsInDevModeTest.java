package io.quarkiverse.binds.test.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.logging.LogRecord;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusDevModeTest;

/** Warnings of uncommitted work, and recorded queries. */
class SessionsInDevModeTest {

    /** Port that other processes are unlikely to use. */
    private static final int PORT = 18389;

    @RegisterExtension
    static final QuarkusDevModeTest test = new QuarkusDevModeTest().withApplicationRoot(jar -> jar
            .addClasses(Twig.class, Seed.class, TwigResource.class)
            .addAsResource(new StringAsset("""
                    quarkus.http.port=%d
                    quarkus.binds.url=h2:mem:sessions-in-dev-mode;DB_CLOSE_DELAY=-1
                    quarkus.binds.schema=update
                    quarkus.binds.trees.dynamic=true
                    quarkus.binds.trees.url=h2:mem:trees-in-dev-mode-{key};DB_CLOSE_DELAY=-1
                    """.formatted(PORT)), "application.properties"))
            .setLogRecordPredicate(record -> record.getLoggerName().equals("io.quarkiverse.binds.session"));

    /** L12 for the changed entity, L1 for the other changes: every kind of uncommitted change is warned of. */
    @Test
    void uncommittedWorkIsWarnedOf() throws Exception {
        for (String lost : List.of("flushed", "waiting", "sql", "bulk", "changed", "stateless", "jdbc")) {
            post("/twigs/" + lost);
            awaitWarnings(1);
            assertThat(test.getLogRecords()).singleElement().extracting(SessionsInDevModeTest::text).asString()
                    .contains("POST /twigs/" + lost, "not committed", "db.commit()");
            test.clearLogRecords();
        }
        for (String fine : List.of("committed", "rolled-back", "read")) {
            post("/twigs/" + fine);
        }
        post("/twigs/flushed");
        awaitWarnings(1);
        assertThat(test.getLogRecords()).singleElement().extracting(SessionsInDevModeTest::text).asString()
                .contains("/twigs/flushed");
    }

    /** In dev mode queries are recorded unless the key says otherwise. */
    @Test
    void queriesAreRecordedInDevMode() throws Exception {
        assertThat(post("/twigs/recorded")).matches("\\[TwigResource\\.post\\(TwigResource\\.java:\\d+\\)]");
    }

    private static String text(LogRecord record) {
        return record instanceof org.jboss.logmanager.ExtLogRecord extended ? extended.getFormattedMessage()
                : record.getMessage();
    }

    /** Waits: the response is written before the unit of work ends. */
    private static void awaitWarnings(int count) {
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (test.getLogRecords().size() < count && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
    }

    private static String post(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + PORT + path))
                .POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString()).body();
    }
}
