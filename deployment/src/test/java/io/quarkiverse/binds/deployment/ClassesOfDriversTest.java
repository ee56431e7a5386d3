package io.quarkiverse.binds.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** L15: what is loaded by name for a driver is registered in applications with that driver, and in no other. */
class ClassesOfDriversTest {

    @ParameterizedTest
    @CsvSource({ "mysql, socket.MySqlSocketFactory pool.MySqlServerStatusFlags replication.MySqlSessionTracking",
            "mariadb, socket.ChannelSocketFactory pool.MariaDbServerStatusFlags",
            "postgresql, socket.ChannelSocketFactory masking.PostgreSqlExceptions",
            "h2, masking.H2Exceptions" })
    void classesAreRegisteredForTheirKind(String kind, String expected) throws ClassNotFoundException {
        Set<String> registered = new TreeSet<>();
        new PoolProcessor().classesLoadedByName(new BindsBuildItem(Map.of("users", kind), Set.of(), Set.of()),
                item -> registered.addAll(item.getClassNames()));

        List<String> names = expected.isEmpty() ? List.of()
                : List.of(expected.split(" ")).stream().map(name -> "io.quarkiverse.binds.runtime." + name).toList();
        assertThat(registered).containsExactlyInAnyOrderElementsOf(names);
        for (String name : names) {
            assertThat(getClass().getClassLoader().getResource(name.replace('.', '/') + ".class")).as(name).isNotNull();
        }
    }
}
