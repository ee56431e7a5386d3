package io.quarkiverse.binds.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.BindSetting;
import io.quarkiverse.binds.docs.Generated;
import io.quarkiverse.binds.docs.Page;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

/**
 * J1, A5: the page of the defaults shows the effective settings of a bind of each kind with a URL only, and the origin of
 * each default.
 */
class DefaultsPageTest {

    private static final Map<String, String> URLS = Collections.unmodifiableMap(new TreeMap<>(Map.of(
            "h2", "h2:mem:app", "mariadb", "mariadb://db.example/app", "mysql", "mysql://db.example/app", "postgresql",
            "postgresql://db.example/app")));

    /** Keys derived from the URL itself, which are no defaults. */
    private static final Set<String> GIVEN = Set.of(Key.URL.key(), Key.DB_KIND.key());

    /** Origin of each default. The test fails for a default that is missing here. */
    private static final Map<String, String> ORIGINS = Map.ofEntries(
            Map.entry(Key.READ_YOUR_WRITES.key(), "Quarkus Binds: the other values cost a command, or a cookie"),
            Map.entry(Key.MAX_REPLICA_LAG.key(),
                    "Rails: how long it reads from the primary after a write of the same session"),
            Map.entry(Key.POOL_SIZE.key(), "SQLAlchemy: `pool_size` of its `QueuePool`"),
            Map.entry(Key.POOL_MAX_OVERFLOW.key(), "SQLAlchemy: `max_overflow` of its `QueuePool`"),
            Map.entry(Key.POOL_TIMEOUT.key(), "SQLAlchemy: `pool_timeout` of its `QueuePool`"),
            Map.entry(Key.POOL_LOGIN_TIMEOUT.key(), "Quarkus: how long it waits for a connection by default; a login takes"
                    + " milliseconds"),
            Map.entry(Key.POOL_PRE_PING.key(),
                    "Quarkus Binds: `pool_pre_ping` is off in SQLAlchemy; with `pool.pre-ping-idle` a"
                            + " busy pool pays nothing for it"),
            Map.entry(Key.POOL_PRE_PING_IDLE.key(),
                    "HikariCP: a connection that was used within its alive bypass window is not tested"),
            Map.entry(Key.POOL_RECYCLE.key(),
                    "Flask-SQLAlchemy: `pool_recycle` of 2 hours for MySQL, whose `wait_timeout` is 8 hours"),
            Map.entry(Key.TABLE_NAMES.key(), "Flask-SQLAlchemy: its rule for the names of tables"),
            Map.entry(BindKey.DRIVER_PROPERTIES + ".connectTimeout",
                    "Quarkus Binds: `pool.login-timeout` in milliseconds; see <<driver>>"),
            Map.entry(BindKey.DRIVER_PROPERTIES + ".socketTimeout",
                    "Quarkus Binds: five times the transaction timeout of Quarkus; see <<driver>>"),
            Map.entry(BindKey.DRIVER_PROPERTIES + ".rewriteBatchedStatements",
                    "Quarkus Binds: measured, see <<driver>>"),
            Map.entry(BindKey.DRIVER_PROPERTIES + ".readOnlyPropagatesToServer",
                    "Quarkus Binds: measured, see <<driver>>"),
            Map.entry(BindKey.DRIVER_PROPERTIES + ".cachePrepStmts", "Quarkus Binds: measured, see <<driver>>"),
            Map.entry(BindKey.DRIVER_PROPERTIES + ".prepStmtCacheSize", "Quarkus Binds: see <<driver>>"),
            Map.entry(BindKey.DRIVER_PROPERTIES + ".prepStmtCacheSqlLimit",
                    "HikariCP: recommended for the driver of MySQL; see <<driver>>"));

    private static final Map<String, String> ORIGINS_OF_DYNAMIC = Map.of(
            Key.MAX_OPEN.key(), "Quarkus Binds: half of `max-connections`, so that pools of two fit",
            Key.IDLE_TTL.key(), "HikariCP: its `idleTimeout` for connections",
            Key.MAX_CONNECTIONS.key(),
            "Quarkus Binds: leaves room on a MySQL server whose `max_connections` is the default, 151",
            Key.KEY_PATTERN.key(), "MySQL: the length of the name of a database; what is a name in every URL and file");

    @Test
    void pageAgreesWithTheCode() throws IOException {
        Generated.check(Page.PAGES.resolve("includes/defaults-of-a-bind.adoc"), settings());
        Generated.check(Page.PAGES.resolve("includes/defaults-of-a-dynamic-bind.adoc"), settingsOfDynamic());
        Map<String, Map<String, Set<String>>> derived = derived(Key.URL.key());
        Generated.check(Page.PAGES.resolve("includes/defaults-in-quarkus.adoc"), table(derived));
        Map<String, Map<String, Set<String>>> more = derived(Key.DB_KIND.key());
        more.keySet().removeAll(derived.keySet());
        Generated.check(Page.PAGES.resolve("includes/defaults-without-url.adoc"), table(more));
    }

    private static String settings() {
        Map<String, Map<String, Set<String>>> kinds = new TreeMap<>();
        Map<String, String> sources = new TreeMap<>();
        URLS.forEach((kind, url) -> {
            for (BindSetting setting : new EffectiveSettings(new ConfigSnapshot(config(Key.URL.key(), url)), Set.of())
                    .of(Bind.DEFAULT, kind)) {
                if (!GIVEN.contains(setting.key())) {
                    kinds.computeIfAbsent(setting.key(), k -> new TreeMap<>())
                            .computeIfAbsent(setting.value(), v -> new TreeSet<>()).add(kind);
                    sources.merge(setting.key(), setting.source(), (a, b) -> a.equals(b) ? a : a + "`, `" + b);
                }
            }
        });
        assertThat(kinds.keySet()).as("defaults with an origin").isEqualTo(new TreeSet<>(ORIGINS.keySet()));

        StringBuilder table = start("2,2,2,5", "Key", "Default", "`source()`", "Where it comes from");
        kinds.forEach(
                (key, values) -> row(table, "`" + key + "`", values(values), "`" + sources.get(key) + "`", ORIGINS.get(key)));
        List<String> without = Key.NAMES.stream().filter(key -> !kinds.containsKey(key) && !GIVEN.contains(key)
                && !key.equals(Key.DYNAMIC.key()) && !Key.named(key).isOfDynamicBinds()).toList();
        return table.append("|===\n\nQuarkus or the server decide where nothing is set for ").append(code(without))
                .append(".\n").toString();
    }

    /** Settings of dynamic binds only. */
    private static String settingsOfDynamic() {
        BindPropertyLookup values = new BindPropertyLookup(config(Key.DYNAMIC.key(), "true")::getConfigValue);
        StringBuilder table = start("2,2,5", "Key", "Default", "Where it comes from");
        Set<String> keys = Stream.of(Key.values())
                .filter(key -> key.isOfDynamicBinds() && values.find(Bind.DEFAULT, key) != null).map(Key::key)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(keys).as("defaults with an origin").isEqualTo(new TreeSet<>(ORIGINS_OF_DYNAMIC.keySet()));
        keys.forEach(key -> row(table, "`" + key + "`", "`+" + values.value(Bind.DEFAULT, Key.named(key)) + "+`",
                ORIGINS_OF_DYNAMIC.get(key)));
        return table.append("|===\n").toString();
    }

    /** Derived keys of a bind with one key set: its URL, or its kind alone. */
    private static Map<String, Map<String, Set<String>>> derived(String key) {
        Map<String, Map<String, Set<String>>> kinds = new TreeMap<>();
        URLS.forEach((kind, url) -> {
            SmallRyeConfig config = config(key, key.equals(Key.URL.key()) ? url : kind);
            for (String name : config.getPropertyNames()) {
                ConfigValue value = config.getConfigValue(name);
                if (value.getValue() != null && DerivedValue.isDerived(value) && !name.endsWith(".jdbc.url")) {
                    kinds.computeIfAbsent(name, n -> new TreeMap<>())
                            .computeIfAbsent(value.getValue(), v -> new TreeSet<>()).add(kind);
                }
            }
        });
        return kinds;
    }

    private static String table(Map<String, Map<String, Set<String>>> derived) throws IOException {
        Map<String, String> own = quarkusDefaults();
        StringBuilder table = start("4,3,3", "Key of Quarkus", "Value derived", "Quarkus's own default");
        derived.forEach((key, values) -> {
            String without = own.get(key);
            row(table, "`" + key + "`", key.endsWith(".db-kind") ? "the kind of the URL" : values(values),
                    without == null ? "none" : without.contains(" ") ? without : "`" + without + "`");
        });
        return table.append("|===\n").toString();
    }

    private static SmallRyeConfig config(String key, String value) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(Map.of(BindKey.PREFIX + key, value), "test", 100))
                .addDiscoveredConverters()
                .withInterceptors(new BindsConfigInterceptor())
                .build();
    }

    /** Defaults of Quarkus's own documentation, from the models in its jars. */
    private static Map<String, String> quarkusDefaults() throws IOException {
        Map<String, String> defaults = new LinkedHashMap<>();
        List<URL> models = new ArrayList<>(Collections.list(DefaultsPageTest.class.getClassLoader()
                .getResources("META-INF/quarkus-config-doc/quarkus-config-model.json")));
        for (URL model : models) {
            try (InputStream in = model.openStream()) {
                new ObjectMapper().readTree(in).findParents("defaultValue").forEach(item -> {
                    JsonNode name = item.path("path").path("property");
                    if (!name.isMissingNode()) {
                        defaults.put(name.asText(), item.path("defaultValue").asText());
                    }
                });
            }
        }
        assertThat(defaults).as("models of Quarkus").containsKey("quarkus.datasource.jdbc.max-size");
        return defaults;
    }

    private static String values(Map<String, Set<String>> kindsOfValue) {
        List<String> parts = new ArrayList<>();
        Set<String> all = new TreeSet<>();
        kindsOfValue.forEach((value, kinds) -> {
            parts.add("`" + value + "`" + (kinds.size() == URLS.size() ? "" : " on " + String.join(", ", kinds)));
            all.addAll(kinds);
        });
        return String.join("; ", parts) + (all.size() == URLS.size() ? "" : "; none on others");
    }

    private static String code(List<String> keys) {
        return "`" + String.join("`, `", keys) + "`";
    }

    private static StringBuilder start(String columns, String... header) {
        return new StringBuilder("// Generated by DefaultsPageTest; do not edit.\n[cols=\"").append(columns)
                .append("\",options=\"header\"]\n|===\n|").append(String.join(" |", header)).append("\n\n");
    }

    private static void row(StringBuilder table, String... cells) {
        for (String cell : cells) {
            table.append('|').append(cell.replace("|", "\\|")).append('\n');
        }
        table.append('\n');
    }
}
