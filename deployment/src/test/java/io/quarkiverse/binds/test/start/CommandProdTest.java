package io.quarkiverse.binds.test.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.test.QuarkusProdModeTest;

/** C5: units of work of a packaged command. */
class CommandProdTest {

    private static final String URL = "jdbc:h2:file:" + Path.of("target", "command").toAbsolutePath();

    @RegisterExtension
    static final QuarkusProdModeTest test = new QuarkusProdModeTest()
            .withApplicationRoot(jar -> jar
                    .addClasses(ShoppingCommand.class, ShoppingCommand.Item.class, ShoppingCommand.Basket.class)
                    .addAsResource(new StringAsset("""
                            quarkus.binds.db-kind=h2
                            quarkus.binds.schema=drop-and-create
                            """), "application.properties"))
            .setApplicationName("command")
            // dependencies of test scope are not packaged
            .setForcedDependencies(List.of(Dependency.of("io.quarkus", "quarkus-jdbc-h2", Version.getVersion()),
                    Dependency.of("io.quarkus", "quarkus-rest", Version.getVersion())))
            .setRuntimeProperties(Map.of("quarkus.binds.url", URL, "quarkus.http.port", "0"))
            .setExpectExit(true)
            .setRun(true);

    @Test
    void onlyCommittedRowsAreStored() throws SQLException {
        assertThat(test.getExitCode()).isEqualTo(3);
        assertThat(test.getStartupConsoleOutput()).contains("FAILED failed");
        assertThat(names()).containsExactly("annotated", "committed");
    }

    @Test
    void workWithoutUnitOfWorkIsRefused() {
        assertThat(test.getStartupConsoleOutput()).contains("REFUSED There is no unit of work on thread",
                "run the work with db.run(...)");
    }

    private static List<String> names() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(URL);
                ResultSet rows = connection.createStatement().executeQuery("select name from item order by name")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
