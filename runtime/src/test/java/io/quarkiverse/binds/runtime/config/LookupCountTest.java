package io.quarkiverse.binds.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import jakarta.annotation.Priority;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.binds.Bind;
import io.quarkus.devservice.runtime.config.DevServicesConfigSource;
import io.quarkus.devservice.runtime.config.DevServicesOverrideConfigSource;
import io.quarkus.runtime.LaunchMode;
import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Priorities;
import io.smallrye.config.SmallRyeConfig;

/** Bounds of the lookups at a start, as counts: the interceptors are called for each lookup of the application. */
class LookupCountTest {

    /** The binds of the sample application. */
    private static final String THREE_BINDS = """
            quarkus.binds.url=h2:mem:blog
            quarkus.binds.users.url=h2:mem:users
            quarkus.binds.blogs.dynamic=true
            quarkus.binds.blogs.db-kind=h2
            quarkus.binds.blogs.key-pattern=[a-z]+
            quarkus.binds.blogs.pool.size=1
            quarkus.binds."*".schema=update
            """;
    private static final Map<String, String> KINDS = Map.of(Bind.DEFAULT, "h2", "users", "h2", "blogs", "h2");

    /** Counts the lookups above all other interceptors. */
    @Priority(Priorities.LIBRARY + 800)
    private static final class Counter implements ConfigSourceInterceptor {

        private static final long serialVersionUID = 1L;

        private final transient Map<String, Integer> counts = new TreeMap<>();

        @Override
        public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
            counts.merge(name, 1, Integer::sum);
            return context.proceed(name);
        }
    }

    /** End of a chain without values, which notes the lookups that arrive. */
    private static final class End implements ConfigSourceInterceptorContext {

        private final List<String> arrived = new ArrayList<>();

        @Override
        public ConfigValue proceed(String name) {
            arrived.add(name);
            return null;
        }

        @Override
        public ConfigValue restart(String name) {
            throw new AssertionError("restarted with " + name);
        }

        @Override
        public Iterator<String> iterateNames() {
            throw new AssertionError("names listed");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "quarkus.http.port", "%prod.quarkus.http.port", "quarkus.bindings.url", "quarkus.datasources.url",
            "quarkus", "app.name", "mp.context", "%prod", "" })
    void nameOfAnotherExtensionCostsNoLookupOfItsOwn(String name) {
        for (ConfigSourceInterceptor interceptor : List.of(new SpellingsConfigInterceptor(), new BindsConfigInterceptor())) {
            End end = new End();
            interceptor.getValue(end, name);
            assertThat(end.arrived).as(interceptor.getClass().getSimpleName()).containsExactly(name);
        }
    }

    /** Each key that is set may be looked up by several checks, and a key that is not set by none. */
    @Test
    void checksAndReportOfAStartLookUpWhatIsSet() {
        Counter counter = new Counter();
        SmallRyeConfig config = Configs.builder(new DevServicesConfigSource(LaunchMode.NORMAL),
                new DevServicesOverrideConfigSource(LaunchMode.NORMAL),
                Configs.properties(THREE_BINDS, Configs.APPLICATION)).withInterceptors(counter).build();
        counter.counts.clear();

        ConfigSnapshot snapshot = new ConfigSnapshot(config);
        new ConfigCheck(snapshot, Map.of()).atStart(KINDS, Set.of());
        assertThat(new ConfiguredBinds(snapshot, KINDS, Map.of(), Set.of()).list()).hasSize(3);

        assertThat(counter.counts.keySet()).filteredOn(name -> name.startsWith(BindKey.PREFIX))
                .doesNotContain("quarkus.binds.users.pool.size", "quarkus.binds.pool.recycle", "quarkus.binds.users.max-open");
        assertThat(counter.counts.values().stream().mapToInt(Integer::intValue).sum()).as("lookups %s", counter.counts)
                .isLessThanOrEqualTo(70);
    }
}
