package io.quarkiverse.binds.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.BindInfo;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SmallRyeConfig;

/**
 * Bind whose databases are opened at run time: derived settings of its datasource and persistence unit, and refused
 * settings.
 */
class DynamicBindTest {

    private static final String DYNAMIC = "quarkus.binds.tenants.dynamic=true\n";
    private static final String URL = DYNAMIC + "quarkus.binds.tenants.url=mysql://u:secret@db/tenant_{key}\n";

    /** No server is contacted at the start, and no Dev Service is started. */
    @Test
    void persistenceUnitIsMultiTenantAndStartsWithoutDatabase() {
        SmallRyeConfig config = Configs.of(URL + "quarkus.binds.tenants.schema=create");

        assertThat(Configs.hibernate(config, "tenants", "multitenant")).isEqualTo("DATABASE");
        assertThat(Configs.hibernate(config, "tenants", "database.start-offline")).isEqualTo("true");
        assertThat(Configs.hibernate(config, "tenants", "schema-management.strategy")).isNull();
        assertThat(Configs.datasource(config, "tenants", "db-kind")).isEqualTo("mysql");
        assertThat(Configs.datasource(config, "tenants", "jdbc.url")).isNull();
        assertThat(Configs.datasource(config, "tenants", "password")).isNull();
        assertThat(Configs.datasource(config, "tenants", "devservices.enabled")).isEqualTo("false");
        assertThat(Configs.datasource(config, "tenants", "jdbc.max-size")).isEqualTo("15");
        assertThat(new BindsAtBuild(config).dynamic()).containsExactly("tenants");
    }

    @Test
    void defaultBindCanBeDynamicWithoutUrl() {
        SmallRyeConfig config = Configs.of("quarkus.binds.dynamic=true");

        assertThat(new BindsAtBuild(config).dynamic()).containsExactly(Bind.DEFAULT);
        assertThat(config.getConfigValue("quarkus.hibernate-orm.multitenant").getValue()).isEqualTo("DATABASE");
        assertThat(Configs.datasource(config, Bind.DEFAULT, "devservices.enabled")).isEqualTo("false");
    }

    @Test
    void otherBindsGetNoTenantSettings() {
        SmallRyeConfig config = Configs.of(URL + "quarkus.binds.users.url=mysql://db/users");

        assertThat(Configs.hibernate(config, "users", "multitenant")).isNull();
        assertThat(Configs.hibernate(config, "users", "database.start-offline")).isNull();
        assertThat(Configs.datasource(config, "users", "jdbc.url")).isEqualTo("jdbc:mysql://db/users");
    }

    @Test
    void reportShowsLimitsAndNoPassword() {
        BindInfo bind = Configs.bind(Configs.of(URL + "quarkus.binds.\"*\".max-open=7"), "tenants", "mysql");

        assertThat(StartReport.line(bind)).contains("mysql://u:***@db/tenant_{key}", "dynamic=true", "max-open=7 (\"*\")",
                "idle-ttl=10M", "max-connections=100", "key-pattern=[A-Za-z0-9_-]{1,64}").doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "replicas=mysql://db2/x | quarkus.binds.tenants.dynamic and quarkus.binds.tenants.replicas",
            "two-phase=true | quarkus.binds.tenants.dynamic and quarkus.binds.tenants.two-phase",
            "schema=drop-and-create | quarkus.binds.tenants.schema=drop-and-create would empty",
            "max-open=0 | quarkus.binds.tenants.max-open must be at least 1: 0",
            "max-connections=-1 | quarkus.binds.tenants.max-connections must be at least 1: -1",
            "key-pattern=[a- | quarkus.binds.tenants.key-pattern is no regular expression",
            "url=mysql://db/one | {key}" })
    void unsupportedSettingIsRefused(String property, String says) {
        assertThatThrownBy(() -> Configs.check(Configs.of(DYNAMIC + "quarkus.binds.tenants." + property)).atBuild())
                .isInstanceOf(ConfigurationException.class).hasMessageContaining(says);
    }

    /** M9: settings for all binds may be combined with a dynamic bind. */
    @Test
    void errorNamesTheKeyAsWritten() {
        String all = DYNAMIC + "quarkus.binds.\"*\".schema=drop-and-create\n";
        assertThatThrownBy(() -> Configs.check(Configs.of(all)).atBuild())
                .hasMessageContaining("quarkus.binds.\"*\".schema=drop-and-create would empty")
                .hasMessageContaining(
                        "set quarkus.binds.tenants.schema to create, update, validate, migrate or none beside it");
        assertThatCode(() -> Configs.check(Configs.of(all + "quarkus.binds.tenants.schema=create")).atBuild())
                .doesNotThrowAnyException();
    }

    @Test
    void scriptsAreAppliedAtTheStartOrAtAnOpening() {
        assertThatCode(() -> Configs.check(Configs.of(DYNAMIC + "quarkus.binds.tenants.schema=migrate")).atBuild())
                .doesNotThrowAnyException();
        assertThatThrownBy(
                () -> Configs.check(Configs.of(DYNAMIC + "quarkus.binds.tenants.migrate-at-start=true")).atBuild())
                .hasMessageContaining("quarkus.binds.tenants.migrate-at-start has no effect on a dynamic bind")
                .hasMessageContaining("set quarkus.binds.tenants.schema=migrate instead");
        String users = "quarkus.binds.users.url=mysql://db/users\nquarkus.binds.users.";
        assertThatThrownBy(() -> Configs.check(Configs.of(users + "schema=migrate")).atBuild())
                .hasMessageContaining("quarkus.binds.users.schema=migrate is for dynamic binds only")
                .hasMessageContaining("set quarkus.binds.users.migrate-at-start=true instead");
        assertThatCode(() -> Configs.check(Configs.of(users + "migrate-at-start=true")).atBuild()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({ "max-open,3", "idle-ttl,1s", "max-connections,3", "key-pattern,a+", "allow-url-properties,a" })
    void dynamicKeysAreRefusedInOtherBinds(String key, String value) {
        String users = "quarkus.binds.users.url=mysql://db/users\nquarkus.binds.users." + key + "=" + value;
        assertThatThrownBy(() -> Configs.check(Configs.of(users)).atBuild()).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("'quarkus.binds.users." + key + "'")
                .hasMessageContaining("quarkus.binds.users.dynamic=true");
        String all = "quarkus.binds.users.url=mysql://db/users\nquarkus.binds.\"*\"." + key + "=" + value;
        assertThatCode(() -> Configs.check(Configs.of(all)).atBuild()).doesNotThrowAnyException();
    }

    @Test
    void templateInOtherBindIsRefusedNamingKeyToSet() {
        assertThatThrownBy(() -> Configs.check(Configs.of("quarkus.binds.users.url=mysql://db/tenant_{key}")).atBuild())
                .isInstanceOf(ConfigurationException.class).hasMessageContaining("quarkus.binds.users.dynamic=true");
    }

    @Test
    void bindCannotBecomeDynamicAtStart() {
        Set<String> leftOpen = UnsetBuildTimeProperties.atBuild(Configs.of("quarkus.binds.tenants.db-kind=mysql"),
                Set.of("tenants"));

        assertThatThrownBy(() -> Configs.check(Configs.of(URL)).atStart(Map.of("tenants", "mysql"), leftOpen))
                .isInstanceOf(ConfigurationException.class).hasMessageContaining("quarkus.binds.tenants.dynamic=true")
                .hasMessageContaining("Build with it");
    }

    @Test
    void allDynamicKeysAreAccepted() {
        assertThatCode(() -> Configs.check(Configs.of(URL + """
                quarkus.binds.tenants.max-open=20
                quarkus.binds.tenants.idle-ttl=0
                quarkus.binds.tenants.max-connections=60
                quarkus.binds.tenants.key-pattern=[a-z]+
                quarkus.binds.tenants.allow-url-properties=useSSL,sslMode
                quarkus.binds.tenants.schema=validate
                """)).atStart(Map.of("tenants", "mysql"), Set.of())).doesNotThrowAnyException();
    }
}
