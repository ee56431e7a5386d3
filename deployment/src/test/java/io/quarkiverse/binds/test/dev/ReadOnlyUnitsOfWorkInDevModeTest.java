package io.quarkiverse.binds.test.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusDevModeTest;

/** L6: dev mode, whose sessions also detect uncommitted work, refuses the same writes as production, also after a reload. */
class ReadOnlyUnitsOfWorkInDevModeTest {

    /** Port that other processes are unlikely to use. */
    private static final int PORT = 18393;

    @RegisterExtension
    static final QuarkusDevModeTest test = new QuarkusDevModeTest().withApplicationRoot(jar -> jar
            .addClasses(Twig.class, ReadOnlyTwigResource.class)
            .addAsResource(new StringAsset("""
                    quarkus.http.port=%d
                    quarkus.binds.url=h2:mem:read-only-in-dev-mode;DB_CLOSE_DELAY=-1
                    quarkus.binds.schema=update
                    """.formatted(PORT)), "application.properties"));

    @Test
    void writesAreRefusedAndReadsSucceed() throws Exception {
        for (String reload : List.of("before", "after")) {
            if (reload.equals("after")) {
                test.modifySourceFile(ReadOnlyTwigResource.class,
                        text -> text.replace("default -> db.commit()", "default -> this.db.commit()"));
            }
            post("seed");
            for (String way : List.of("hql", "native", "sql", "jdbc", "flush", "commit")) {
                assertThat(post(way)).as("%s a reload, %s", reload, way).contains("The unit of work of POST /read-only-twigs/"
                        + way + " is read-only and refuses an UPDATE: begin it without readOnly");
            }
            assertThat(post("read")).isEqualTo("written");
            assertThat(post("changed")).isEqualTo("0");
        }
    }

    private static String post(String way) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create("http://localhost:" + PORT + "/read-only-twigs/" + way))
                        .POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString())
                .body();
    }
}
