package io.quarkiverse.binds.test.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusDevModeTest;

/** B7, G4: in dev mode the next request sees an added bind and a moved entity, repeatedly. */
class LiveReloadTest {

    /** Port that other processes are unlikely to use. */
    private static final int PORT = 18387;

    private static final String THING = Thing.class.getName();

    @RegisterExtension
    static final QuarkusDevModeTest test = new QuarkusDevModeTest().withApplicationRoot(jar -> jar
            .addClasses(Thing.class, BindsResource.class, ThingResource.class)
            .addAsResource(new StringAsset("""
                    quarkus.http.port=%d
                    quarkus.binds.first.url=h2:mem:live-first
                    quarkus.binds."*".schema=drop-and-create
                    """.formatted(PORT)), "application.properties"));

    @Test
    void addedBindsAndMovedEntitiesAreReloaded() throws Exception {
        assertThat(binds()).isEqualTo("first[" + THING + "]");

        test.modifyResourceFile("application.properties",
                text -> text + "quarkus.binds.second.url=h2:mem:live-second\n");
        assertThat(binds()).isEqualTo("first[" + THING + "] second[]");

        for (int round = 0; round < 2; round++) {
            test.modifySourceFile(Thing.class, text -> text.replace("@Bind(\"first\")", "@Bind(\"second\")"));
            assertThat(binds()).isEqualTo("first[] second[" + THING + "]");
            test.modifySourceFile(Thing.class, text -> text.replace("@Bind(\"second\")", "@Bind(\"first\")"));
            assertThat(binds()).isEqualTo("first[" + THING + "] second[]");
        }

        // a mistake is reported in the response, and its correction needs no restart
        test.modifySourceFile(Thing.class, text -> text.replace("@Bind(\"first\")", "@Bind(\"frist\")"));
        assertThat(binds()).contains(THING, "frist", "which is not configured", "first, second");
        test.modifySourceFile(Thing.class, text -> text.replace("@Bind(\"frist\")", "@Bind(\"first\")"));
        assertThat(binds()).isEqualTo("first[" + THING + "] second[]");
    }

    /** K23: the first observer switches on what records changes. */
    @Test
    void addedObserverIsToldOfChanges() throws Exception {
        assertThat(get("/things")).isEqualTo("[]");
        test.addSourceFile(ThingObserver.class);
        assertThat(get("/things")).isEqualTo("[INSERT, delete from Thing]");
    }

    private static String binds() throws IOException, InterruptedException {
        return get("/binds");
    }

    private static String get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + PORT + path))
                .header("Accept", "text/plain,text/html").build(), BodyHandlers.ofString()).body();
    }
}
