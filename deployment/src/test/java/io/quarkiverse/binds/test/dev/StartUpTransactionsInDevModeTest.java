package io.quarkiverse.binds.test.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusDevModeTest;

/** L12: transactions at the start of the application use the persistence units of that start, after each reload. */
class StartUpTransactionsInDevModeTest {

    /** Port that other processes are unlikely to use. */
    private static final int PORT = 18391;
    private static final int RELOADS = 10;

    @RegisterExtension
    static final QuarkusDevModeTest test = new QuarkusDevModeTest().withApplicationRoot(jar -> jar
            .addClasses(Twig.class, StartUpTwigs.class, StartUpTwigsResource.class)
            .addAsResource(new StringAsset("""
                    quarkus.http.port=%d
                    quarkus.binds.url=h2:mem:start-up-transactions;DB_CLOSE_DELAY=-1
                    quarkus.binds.schema=update
                    """.formatted(PORT)), "application.properties"));

    @Test
    void transactionsOfTheStartWorkAfterTenReloads() throws Exception {
        assertThat(names("none")).isEqualTo("none db,none panache,none session,none unit");
        for (int i = 1; i <= RELOADS; i++) {
            String round = "round" + i;
            test.modifySourceFile(StartUpTwigs.class,
                    text -> text.replaceFirst("ROUND = \".*\"", "ROUND = \"" + round + "\""));
            assertThat(names(round)).isEqualTo("%1$s db,%1$s panache,%1$s session,%1$s unit".formatted(round));
        }
    }

    private static String names(String round) throws Exception {
        URI uri = URI.create("http://localhost:" + PORT + "/start-up-twigs/" + round);
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
    }
}
