package io.quarkiverse.binds.runtime.config;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;

import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.binds.Bind;
import io.quarkus.runtime.configuration.ConfigurationException;

/** A16, B2, B7: errors of build and start, with their words. */
class ConfigCheckTest {

    private static AbstractThrowableAssert<?, ?> atBuild(String properties) {
        return assertThatThrownBy(() -> Configs.check(Configs.of(properties)).atBuild())
                .isInstanceOf(ConfigurationException.class);
    }

    private static AbstractThrowableAssert<?, ?> atStart(String properties, Map<String, String> kinds) {
        return assertThatThrownBy(() -> Configs.check(Configs.of(properties)).atStart(kinds, Set.of()))
                .isInstanceOf(ConfigurationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = { "quarkus.binds.users.poool.size=1", "quarkus.binds.users.pool.sizes=1",
            "quarkus.binds.users.pool=1",
            "quarkus.binds.pool.sizes=1", "quarkus.binds.foo=1", "quarkus.binds.\"*\".foo=1", "quarkus.binds.users.foo=1",
            "quarkus.binds.users.driver-properties=1", "quarkus.binds.users.url.extra=1" })
    void unknownKeyIsAnsweredWithKnownOnes(String property) {
        atBuild(property).hasMessageContaining("Unknown key")
                .hasMessageContaining(property.substring(0, property.indexOf('=')))
                .hasMessageContaining(
                        "url, replicas, read-your-writes, max-replica-lag, username, password, credentials-provider, db-kind, packages, table-names, two-phase,"
                                + " dynamic, max-open, idle-ttl, max-connections, key-pattern, allow-url-properties, active,"
                                + " health-exclude, create-database, schema, migrate-at-start, isolation, reads, record-queries, slow-query,"
                                + " echo, pool.size,"
                                + " pool.max-overflow, pool.timeout, pool.login-timeout, pool.pre-ping, pool.pre-ping-idle,"
                                + " pool.recycle, driver-properties.*");
    }

    @ParameterizedTest
    @MethodSource("reservedNames")
    void reservedNameIsRefused(String name) {
        atBuild("quarkus.binds.\"" + name + "\".url=h2:mem:a").hasMessageContaining("'" + name + "'")
                .hasMessageContaining("cannot be the name of a bind").hasMessageContaining("Reserved names are: ")
                .hasMessageContaining(name);
    }

    static Iterable<String> reservedNames() {
        return ReservedNames.all();
    }

    @ParameterizedTest
    @ValueSource(strings = { "url", "packages" })
    void keyOfOneBindIsRefusedForAllBinds(String key) {
        atBuild("quarkus.binds.\"*\"." + key + "=h2:mem:a").hasMessageContaining("quarkus.binds.\"*\"." + key)
                .hasMessageContaining("cannot be set for all binds").hasMessageContaining("quarkus.binds.<name>." + key);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mysql:///ann:secret@db:3306/app         | mysql://ann:***@db:3306/app
            mysql+pymysql:///ann:secret@db:3306/app | ann:***@db:3306/app
            """)
    void threeSlashesAreAnsweredWithCorrectUrl(String url, String right) {
        atBuild("quarkus.binds.users.url=" + url).hasMessageContaining("bind 'users'")
                .hasMessageContaining("quarkus.binds.users.url").hasMessageContaining(right)
                .hasMessageNotContaining("secret");
    }

    /** The variable is required at the start; a build does without. */
    @Test
    void unsetVariableIsNamedAtStart() {
        String properties = "quarkus.binds.users.url=mysql://${DB_USER:ann}:${NO_SUCH_PASSWORD}@db/users";

        assertThatCode(() -> Configs.check(Configs.of(properties)).atBuild()).doesNotThrowAnyException();
        atStart(properties, Map.of("users", "mysql")).hasMessageContaining("bind 'users'")
                .hasMessageContaining("quarkus.binds.users.url").hasMessageContaining("NO_SUCH_PASSWORD, which is not set")
                .hasMessageNotContaining("DB_USER");
    }

    @Test
    void unsetVariableOfOtherKeyIsNamed() {
        atStart("quarkus.binds.users.url=mysql://db/users\nquarkus.binds.users.password=${NO_SUCH_PASSWORD}",
                Map.of("users", "mysql")).hasMessageContaining("bind 'users'")
                .hasMessageContaining("quarkus.binds.users.password").hasMessageContaining("NO_SUCH_PASSWORD");
    }

    /** A variable in the bind's URL is not required if Quarkus's own key sets the URL. */
    @Test
    void unusedUrlNeedsNoVariable() {
        assertThatCode(() -> Configs.check(Configs.of("""
                quarkus.binds.users.url=${NO_SUCH_URL}
                quarkus.datasource.users.jdbc.url=jdbc:h2:mem:a
                """)).atStart(Map.of("users", "h2"), Set.of())).doesNotThrowAnyException();
    }

    @Test
    void inactiveBindNeedsNoVariable() {
        assertThatCode(() -> Configs.check(Configs.of("""
                quarkus.binds.users.url=${NO_SUCH_URL}
                quarkus.binds.users.active=false
                """)).atStart(Map.of("users", "h2"), Set.of())).doesNotThrowAnyException();
    }

    @Test
    void urlOfOtherKindThanBuiltIsRefused() {
        atStart("quarkus.binds.users.url=mysql://ann:secret@db/users", Map.of("users", "h2"))
                .hasMessageContaining("bind 'users'").hasMessageContaining("kind 'mysql'")
                .hasMessageContaining("built for 'h2'")
                .hasMessageContaining("quarkus.binds.users.db-kind=mysql").hasMessageNotContaining("secret");
    }

    @Test
    void bindUnknownToTheBuildIsRefusedNamingKnownOnes() {
        atStart("quarkus.binds.usres.url=h2:mem:a", Map.of("users", "h2", Bind.DEFAULT, "h2"))
                .hasMessageContaining("bind 'usres'").hasMessageContaining("was not configured when the application was built")
                .hasMessageContaining("<default>, users");
    }

    @Test
    void allProblemsAreReportedTogether() {
        atBuild("quarkus.binds.foo=1\nquarkus.binds.users.url=mysql:///a:b@c/d").hasMessageContaining("- Unknown key")
                .hasMessageContaining("- The URL of");
    }

    @Test
    void validConfigurationPasses() {
        assertThatCode(() -> Configs.check(Configs.of("""
                quarkus.binds.url=mysql://ann:secret@db/blog
                quarkus.binds.driver-properties.anything=1
                quarkus.binds."a.b".url=jdbc:mysql://db/c
                quarkus.binds."*".pool.size=3
                """)).atStart(Map.of(Bind.DEFAULT, "mysql", "a.b", "mysql"), Set.of())).doesNotThrowAnyException();
    }

    /** A23: other databases have no positions of commits. */
    @Test
    void waitingForReplicasOfAnotherKindIsRefused() {
        String replicas = "quarkus.binds.users.url=h2:mem:a\nquarkus.binds.users.replicas=h2:mem:b\nquarkus.binds.users.";

        atStart(replicas + "read-your-writes=wait", Map.of("users", "h2"))
                .hasMessageContaining("quarkus.binds.users.read-your-writes=wait")
                .hasMessageContaining("MySQL, MariaDB and PostgreSQL").hasMessageContaining("session or off");
        assertThatCode(() -> Configs.check(Configs.of(replicas + "read-your-writes=session")).atStart(Map.of("users", "h2"),
                Set.of())).doesNotThrowAnyException();
    }
}
