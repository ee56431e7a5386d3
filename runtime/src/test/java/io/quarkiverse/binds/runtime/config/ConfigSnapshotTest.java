package io.quarkiverse.binds.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;

import io.quarkus.devservice.runtime.config.DevServicesConfigSource;
import io.quarkus.devservice.runtime.config.DevServicesOverrideConfigSource;
import io.quarkus.runtime.LaunchMode;
import io.smallrye.config.DefaultValuesConfigSource;

/** Which keys a {@link ConfigSnapshot} looks up. */
class ConfigSnapshotTest {

    private static final String BIND = "quarkus.binds.users.url=h2:mem:a\n";

    /** A source of another library, which need not list what it has. */
    private record OtherSource(Map<String, String> values, Set<String> listed) implements ConfigSource {

        @Override
        public Set<String> getPropertyNames() {
            return listed;
        }

        @Override
        public String getValue(String name) {
            return values.get(name);
        }

        @Override
        public String getName() {
            return "other";
        }
    }

    @Test
    void keyThatNoSourceListsIsNotLookedUp() {
        ConfigSnapshot snapshot = new ConfigSnapshot(
                Configs.of(Configs.properties(BIND + "quarkus.binds.users.echo=true\n", Configs.APPLICATION)));

        assertThat(snapshot.values().value("users", Key.ECHO)).isEqualTo("true");
        assertThat(snapshot.mayHave("users", Key.ECHO)).isTrue();
        assertThat(snapshot.values().value("users", Key.POOL_SIZE)).isEqualTo("5");
        assertThat(snapshot.mayHave("users", Key.POOL_SIZE)).isFalse();
    }

    /** As of a source that reads secrets on demand. */
    @Test
    void valueThatASourceOfAnotherLibraryDoesNotListIsFound() {
        Map<String, String> values = Map.of("quarkus.binds.users.pool.size", "9", "quarkus.binds.users.echo", "true");
        for (Set<String> listed : List.of(Set.<String> of(), Set.of("quarkus.binds.users.echo"))) {
            ConfigSnapshot snapshot = new ConfigSnapshot(
                    Configs.of(new OtherSource(values, listed), Configs.properties(BIND, Configs.APPLICATION)));

            assertThat(snapshot.values().value("users", Key.POOL_SIZE)).isEqualTo("9");
        }
    }

    /** Quarkus adds these sources to each application with a datasource, packaged ones included. */
    @Test
    void sourcesOfDevServicesListWhatTheyHave() {
        ConfigSnapshot snapshot = new ConfigSnapshot(Configs.of(new DevServicesConfigSource(LaunchMode.NORMAL),
                new DevServicesOverrideConfigSource(LaunchMode.NORMAL), Configs.properties(BIND, Configs.APPLICATION)));

        assertThat(snapshot.mayHave("users", Key.POOL_SIZE)).isFalse();
    }

    /** The build records {@code quarkus.binds.*.pool.size}, written without quotes, as a wildcard that is not listed. */
    @Test
    void recordedValueForAnyNameIsFound() {
        ConfigSnapshot snapshot = new ConfigSnapshot(Configs.of(
                new DefaultValuesConfigSource(Map.of("quarkus.binds.*.pool.size", "9"), "recorded", Integer.MIN_VALUE + 100),
                Configs.properties(BIND, Configs.APPLICATION)));

        assertThat(snapshot.values().value("users", Key.POOL_SIZE)).isEqualTo("9");
        assertThat(snapshot.values().value("users", Key.POOL_MAX_OVERFLOW)).isEqualTo("10");
    }

    /** The name of a bind that only a variable has is guessed, and so is its key. */
    @Test
    void valueOfVariableOfUnknownBindIsFound() {
        ConfigSnapshot snapshot = new ConfigSnapshot(Configs.of(Configs.environment("QUARKUS_BINDS_OTHER_MAX_CONNECTIONS=9"),
                Configs.properties(BIND, Configs.APPLICATION)));

        assertThat(snapshot.values().value("other", Key.MAX_CONNECTIONS)).isEqualTo("9");
    }
}
