package io.quarkiverse.binds.test.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.h2.tools.Server;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusDevModeTest;

/** F1: a reload ends the pools before it makes new ones. The server is one of its own, so its sessions can be counted. */
class ConnectionsInDevModeTest {

    private static final int PORT = 18388;
    private static final int RELOADS = 10;

    private static final Server SERVER = server();
    private static final String URL = "tcp://127.0.0.1:" + SERVER.getPort() + "/mem:reload;DB_CLOSE_DELAY=-1";

    @RegisterExtension
    static final QuarkusDevModeTest test = new QuarkusDevModeTest().withApplicationRoot(jar -> jar
            .addClasses(ThingsResource.class)
            .addAsResource(new StringAsset("""
                    quarkus.http.port=%d
                    quarkus.binds.url=h2:%s
                    """.formatted(PORT, URL)), "application.properties"));

    private static Server server() {
        try {
            return Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void reloadsLeaveNoConnectionBehind() throws Exception {
        assertThat(get()).isEqualTo("reload 0");
        int before = sessions();
        assertThat(before).as("the application has one").isPositive();
        for (int i = 1; i <= RELOADS; i++) {
            String now = "reload " + i;
            String old = "reload " + (i - 1);
            test.modifySourceFile(ThingsResource.class, text -> text.replace(old, now));
            assertThat(get()).isEqualTo(now);
        }
        assertThat(sessions()).isLessThanOrEqualTo(before);
    }

    /** Of the application: but for the one that asks. */
    private static int sessions() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:" + URL);
                ResultSet count = connection.createStatement()
                        .executeQuery("select count(*) - 1 from information_schema.sessions")) {
            count.next();
            return count.getInt(1);
        }
    }

    private static String get() throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + PORT + "/things"))
                .build(), BodyHandlers.ofString()).body();
    }
}
