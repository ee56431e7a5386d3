package io.quarkiverse.binds.runtime.config;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.runtime.LaunchMode;

/** M5: the key is for dev mode and tests only. */
class CreateDatabaseTest {

    private static final String SET = "quarkus.binds.users.url=mysql://h/d\nquarkus.binds.users.create-database=true\n";

    @AfterEach
    void leaveDevMode() {
        LaunchMode.set(LaunchMode.NORMAL);
    }

    private static void start(String properties) {
        Configs.check(Configs.of(properties)).atStart(Map.of("users", "mysql"), Set.of());
    }

    @Test
    void isRefusedInProduction() {
        LaunchMode.set(LaunchMode.NORMAL);
        assertThatThrownBy(() -> start(SET)).hasMessageContaining("'quarkus.binds.users.create-database=true'")
                .hasMessageContaining("%dev.quarkus.binds.users.create-database");
    }

    @Test
    void isAcceptedInDevModeAndTests() {
        for (LaunchMode mode : new LaunchMode[] { LaunchMode.DEVELOPMENT, LaunchMode.TEST }) {
            LaunchMode.set(mode);
            assertThatCode(() -> start(SET)).doesNotThrowAnyException();
        }
    }

    @Test
    void isRefusedWhereItIsNotHonoured() {
        LaunchMode.set(LaunchMode.TEST);
        assertThatThrownBy(() -> start(SET + "quarkus.binds.users.two-phase=true"))
                .hasMessageContaining("cannot be combined");
        assertThatThrownBy(() -> start("quarkus.binds.users.dynamic=true\nquarkus.binds.users.create-database=true"))
                .hasMessageContaining("cannot be combined");
    }
}
