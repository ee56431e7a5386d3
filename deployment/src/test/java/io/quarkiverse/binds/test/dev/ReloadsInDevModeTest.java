package io.quarkiverse.binds.test.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusDevModeTest;

/** Each start of an application after a reload, and the leftovers of the application before. */
class ReloadsInDevModeTest {

    /** Port that other processes are unlikely to use. */
    private static final int PORT = 18391;
    private static final int RELOADS = 10;

    @RegisterExtension
    static final QuarkusDevModeTest test = new QuarkusDevModeTest().withApplicationRoot(jar -> jar
            .addClasses(Twig.class, Seed.class, TwigResource.class, StartUpTwigs.class, StartUpTwigsResource.class)
            .addAsResource(new StringAsset("""
                    quarkus.http.port=%d
                    quarkus.binds.url=h2:mem:start-up-transactions;DB_CLOSE_DELAY=-1
                    quarkus.binds.schema=update
                    quarkus.binds.trees.dynamic=true
                    quarkus.binds.trees.url=h2:mem:trees-over-reloads-{key};DB_CLOSE_DELAY=-1
                    quarkus.binds.trees.schema=create
                    """.formatted(PORT)), "application.properties"));

    /**
     * L12: transactions at the start of the application use the persistence units of that start. F1: a reload closes the
     * connections of the previous application. One test, since each reload takes seconds.
     */
    @Test
    void transactionsOfTheStartWorkAndNoConnectionOutlivesAReload() throws Exception {
        assertThat(names("none")).isEqualTo("none db,none panache,none session,none unit");
        int before = Integer.parseInt(post("/twigs/connections"));
        for (int i = 1; i <= RELOADS; i++) {
            String round = "round" + i;
            test.modifySourceFile(StartUpTwigs.class,
                    text -> text.replaceFirst("ROUND = \".*\"", "ROUND = \"" + round + "\""));
            assertThat(names(round)).isEqualTo("%1$s db,%1$s panache,%1$s session,%1$s unit".formatted(round));
            // the database is opened again: its rows are kept, and no connection of the previous application is left
            assertThat(post("/twigs/seed")).matches(i + " [12]");
        }
        // the end of the previous request may overlap
        assertThat(Integer.parseInt(post("/twigs/connections"))).isBetween(1, before + 1);
    }

    private static String names(String round) throws Exception {
        return send(request("/start-up-twigs/" + round));
    }

    private static String post(String path) throws Exception {
        return send(request(path).POST(BodyPublishers.noBody()));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + PORT + path));
    }

    private static String send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString()).body();
    }
}
