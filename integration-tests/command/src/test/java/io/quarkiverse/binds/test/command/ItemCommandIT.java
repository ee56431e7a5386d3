package io.quarkiverse.binds.test.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.main.Launch;
import io.quarkus.test.junit.main.LaunchResult;
import io.quarkus.test.junit.main.QuarkusMainIntegrationTest;

@Tag("smoke")
@QuarkusMainIntegrationTest
class ItemCommandIT extends ItemCommandTest {

    /** An application with commands of its own has those of migrations too, for which its main class is not called. */
    @Test
    @Launch(value = { "db", "upgrade", "--nonsense" }, exitCode = 2)
    void commandOfMigrationsIsNoCommandOfTheApplication(LaunchResult result) {
        assertThat(result.getErrorOutput()).contains("Unknown option: '--nonsense'", "Usage: db upgrade")
                .doesNotContain("Failed to start");
        assertThat(result.getOutput()).doesNotContain("ROWS");
    }
}
