package io.quarkiverse.binds.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandModeTest {

    private static final String JAR = "/opt/my app/quarkus-run.jar";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /opt/my app/quarkus-run.jar db check | true
            /opt/my app/quarkus-run.jar db | true
            /opt/my app/quarkus-run.jar | false
            /opt/my app/quarkus-run.jar serve db | false
            /opt/my app/quarkus-run.jar dbx | false
            io.quarkus.runner.GeneratedMain db check | true
            io.quarkus.runner.GeneratedMain | false
            """)
    void commandIsTheFirstArgumentOfTheJvm(String command, boolean isCommand) {
        assertThat(CommandMode.of("db", CommandMode.ofJvm(command, JAR)).isCommand()).isEqualTo(isCommand);
    }

    @Test
    void offlineCommandIsSeen() {
        assertThat(CommandMode.of("db", List.of("db", "check", "--offline"))).isEqualTo(new CommandMode(true, true));
        assertThat(CommandMode.of("db", List.of("check", "--offline"))).isEqualTo(new CommandMode(false, false));
    }

    @Test
    void optionsOfANativeExecutableAreNoArguments() {
        assertThat(CommandMode.of("db", List.of("-Dquarkus.profile=a", "-Xmx64m", "db", "check")).isCommand()).isTrue();
    }

    @Test
    void withoutNameThereIsNoCommand() {
        assertThat(CommandMode.of("", List.of("", "db")).isCommand()).isFalse();
    }

    @Test
    void thisProcessIsNoCommand() {
        assertThat(CommandMode.ofProcess("db").isCommand()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            quarkus.hibernate-orm.schema-management.strategy | none
            quarkus.hibernate-orm."users".schema-management.strategy | none
            quarkus.hibernate-orm.users.database.generation | none
            quarkus.hibernate-orm.database.generation.create-schemas | -
            quarkus.hibernate-orm.users.schema-management.halt-on-error | -
            quarkus.flyway.migrate-at-start | false
            quarkus.flyway.users.clean-at-start | false
            quarkus.flyway.users.locations | -
            quarkus.liquibase."users".migrate-at-start | false
            quarkus.binds.schema | none
            quarkus.binds."*".schema | none
            quarkus.binds.users.migrate-at-start | false
            quarkus.binds.users.driver-properties.schema | -
            quarkus.binds.users.url | -
            quarkus.http.port | -
            """)
    void whatChangesTablesAtTheStartIsSwitchedOff(String key, String value) {
        assertThat(CommandOverrides.replacement(key)).isEqualTo(value);
    }
}
