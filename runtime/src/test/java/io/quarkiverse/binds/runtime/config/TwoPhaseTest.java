package io.quarkiverse.binds.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.smallrye.config.SmallRyeConfig;

/** Binds that commit together by XA: derived settings of their datasource, and warnings at the start. */
class TwoPhaseTest {

    private static final String URL = "quarkus.binds.users.url=mysql://localhost/users\n";

    /** Quarkus chooses the XA driver of the kind. */
    @Test
    void datasourceIsXa() {
        SmallRyeConfig config = Configs.of(URL + "quarkus.binds.\"*\".two-phase=true");

        assertThat(Configs.datasource(config, "users", "jdbc.transactions")).isEqualTo("xa");
        assertThat(Configs.datasource(config, "users", "jdbc.driver")).isNull();
        assertThat(new BindsAtBuild(config).twoPhase()).containsExactly("users");
    }

    @Test
    void bindMayOptOut() {
        SmallRyeConfig config = Configs.of(URL + "quarkus.binds.\"*\".two-phase=true\nquarkus.binds.users.two-phase=false");

        assertThat(Configs.datasource(config, "users", "jdbc.transactions")).isNull();
        assertThat(Configs.datasource(config, "users", "jdbc.driver")).isEqualTo(PropertyMapping.BIND_DRIVER);
        assertThat(new BindsAtBuild(config).twoPhase()).isEmpty();
    }

    @Test
    void quarkusKeyWins() {
        SmallRyeConfig on = Configs.of(URL + "quarkus.datasource.users.jdbc.transactions=xa");
        SmallRyeConfig off = Configs.of(URL + "quarkus.binds.users.two-phase=true\n"
                + "quarkus.datasource.users.jdbc.transactions=enabled");

        assertThat(Configs.datasource(on, "users", "jdbc.driver")).isNull();
        assertThat(new BindsAtBuild(on).twoPhase()).containsExactly("users");
        assertThat(Configs.datasource(off, "users", "jdbc.driver")).isEqualTo(PropertyMapping.BIND_DRIVER);
        assertThat(new BindsAtBuild(off).twoPhase()).isEmpty();
    }

    @Test
    void missingNodeNameAndLogAreWarnedOf() {
        assertThat(TwoPhaseAdvice.warnings(Configs.of(URL)::getConfigValue)).satisfiesExactly(
                log -> assertThat(log).contains("ObjectStore", "Set quarkus.transaction-manager.object-store.directory to"),
                node -> assertThat(node).contains("'quarkus'", "Set quarkus.transaction-manager.node-name to"));
    }

    @Test
    void configuredNodeNameAndLogGiveNoWarning() {
        assertThat(TwoPhaseAdvice.warnings(Configs.of("""
                quarkus.transaction-manager.node-name=shop-1
                quarkus.transaction-manager.object-store.directory=/var/lib/shop
                """)::getConfigValue)).isEmpty();
        assertThat(TwoPhaseAdvice.warnings(Configs.of("""
                quarkus.transaction-manager.node-name=shop-1
                quarkus.transaction-manager.object-store.type=jdbc
                """)::getConfigValue)).isEmpty();
    }
}
