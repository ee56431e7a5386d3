package io.quarkiverse.binds.test.sharding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

/** The page shows the configuration that the other tests run with. */
class ShardingPageTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path PAGE = Path.of("../../docs/modules/ROOT/pages/when-one-server-is-not-enough.adoc");

    @Test
    void pageHasTheRulesOfTheDriver() throws IOException {
        assertThat(Files.readString(PAGE)).contains("----\n" + Files.readString(RESOURCES.resolve("sharding.yaml")) + "----");
    }

    @Test
    void pageHasTheKeysOfTheBind() throws IOException {
        String properties = Files.readString(RESOURCES.resolve("application.properties"));
        String first = properties.substring(0, properties.indexOf("\n\n") + 1);
        assertThat(first).contains("quarkus.binds.url", "quarkus.binds.pool.size");
        assertThat(Files.readString(PAGE)).contains("----\n" + first + "----");
    }
}
