package io.quarkiverse.binds.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.binds.BindSetting;
import io.quarkiverse.binds.runtime.config.Key.Phase;
import io.quarkiverse.binds.runtime.config.Key.Target;
import io.quarkus.runtime.annotations.ConfigDocDefault;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.common.utils.StringUtil;

/** The mappings, the derivation and the settings of {@code BindInfo} have the keys that are declared, with their defaults. */
class KeyTest {

    private static final String BASE = "quarkus.binds.users.db-kind=mysql\nquarkus.binds.users.url=mysql://h/d\n";

    /** Quarkus gets these of each bind, whichever keys it has. */
    private static final Set<Target> OF_EVERY_BIND = Set.of(
            new Target(QuarkusKey.DATASOURCE, QuarkusKey.DRIVER),
            new Target(QuarkusKey.DATASOURCE, QuarkusKey.HEALTH_EXCLUDE),
            new Target(QuarkusKey.DATASOURCE, QuarkusKey.DEV_SERVICES),
            new Target(QuarkusKey.DATASOURCE, QuarkusKey.IDLE_REMOVAL),
            new Target(QuarkusKey.HIBERNATE, QuarkusKey.UNIT_DATASOURCE),
            new Target(QuarkusKey.HIBERNATE, QuarkusKey.START_OFFLINE),
            new Target(QuarkusKey.FLYWAY, QuarkusKey.LOCATIONS));

    /** Values that lead to one of another kind than the default of each follower. */
    private static final Map<Key, String> SAMPLES = Map.ofEntries(
            Map.entry(Key.URL, "mysql://ann:secret@other/d"), Map.entry(Key.USERNAME, "bob"), Map.entry(Key.PASSWORD, "p"),
            Map.entry(Key.CREDENTIALS_PROVIDER, "vault"), Map.entry(Key.DB_KIND, "mariadb"), Map.entry(Key.TWO_PHASE, "true"),
            Map.entry(Key.DYNAMIC, "true"), Map.entry(Key.ACTIVE, "false"), Map.entry(Key.SCHEMA, "update"),
            Map.entry(Key.ISOLATION, "serializable"), Map.entry(Key.POOL_SIZE, "7"), Map.entry(Key.POOL_MAX_OVERFLOW, "8"),
            Map.entry(Key.POOL_TIMEOUT, "9s"), Map.entry(Key.POOL_LOGIN_TIMEOUT, "3s"), Map.entry(Key.POOL_PRE_PING, "false"),
            Map.entry(Key.POOL_PRE_PING_IDLE, "0s"), Map.entry(Key.POOL_RECYCLE, "280s"));

    @Test
    void theMappingsHaveTheDeclaredKeys() {
        assertThat(mapped(BindsBuildTimeConfig.BindBuildTimeConfig.class).keySet()).isEqualTo(declared(Phase.BUILD_TIME));
        Set<String> runTime = declared(Phase.RUN_TIME);
        runTime.add(BindKey.DRIVER_PROPERTIES);
        assertThat(mapped(BindsRuntimeConfig.BindRuntimeConfig.class).keySet()).isEqualTo(runTime);
    }

    /** A mapped key that no section lists would be refused as unknown. */
    @Test
    void theSectionsListTheKeysOfTheirMappings() {
        Map<String, Set<String>> sections = new TreeMap<>();
        for (Class<?> mapping : List.of(SessionBuildTimeConfig.class, SessionRuntimeConfig.class, HealthRuntimeConfig.class,
                MetricsRuntimeConfig.class, MigrationsBuildTimeConfig.class, MigrationsRuntimeConfig.class,
                PaginationRuntimeConfig.class, QueriesRuntimeConfig.class)) {
            sections.computeIfAbsent(mapping.getAnnotation(ConfigMapping.class).prefix() + ".", prefix -> new TreeSet<>())
                    .addAll(mapped(mapping).keySet());
        }

        Map<String, Set<String>> listed = new TreeMap<>();
        BindKey.SECTIONS.forEach((prefix, keys) -> listed.put(prefix, new TreeSet<>(keys)));
        assertThat(listed).isEqualTo(sections);
    }

    @ParameterizedTest
    @EnumSource(Key.class)
    void theReferenceHasTheDeclaredDefault(Key key) {
        Map<String, Method> mapped = mapped(key.phase() == Phase.BUILD_TIME ? BindsBuildTimeConfig.BindBuildTimeConfig.class
                : BindsRuntimeConfig.BindRuntimeConfig.class);
        ConfigDocDefault documented = mapped.get(key.key()).getAnnotation(ConfigDocDefault.class);
        String value = key.byDefault(true, false);

        if (value != null) {
            assertThat(documented).as(key.key()).isNotNull();
            assertThat(documented.value()).as(key.key()).isEqualToIgnoringCase(value);
        }
    }

    @Test
    void theDerivationHasTheDeclaredFollowers() {
        Set<Target> declared = Stream.of(Key.values()).flatMap(key -> key.followers().stream())
                .collect(Collectors.toCollection(HashSet::new));
        declared.addAll(OF_EVERY_BIND);

        Set<Target> derived = new HashSet<>();
        for (String root : QuarkusKey.roots()) {
            PropertyMapping.keys(root).keySet().forEach(key -> derived.add(new Target(root, key)));
        }
        assertThat(derived).isEqualTo(declared);
    }

    static Stream<Key> keysWithFollowers() {
        return Stream.of(Key.values()).filter(key -> !key.followers().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("keysWithFollowers")
    void eachFollowerFollows(Key key) {
        SmallRyeConfig without = Configs.of(BASE);
        assertThat(SAMPLES).containsKey(key);
        SmallRyeConfig with = Configs.of(BASE + BindKey.property("users", key) + "=" + SAMPLES.get(key));

        for (Target target : key.followers()) {
            String property = target.of("users").property();
            assertThat(with.getConfigValue(property).getValue()).as(property)
                    .isNotEqualTo(without.getConfigValue(property).getValue());
        }
    }

    /** A key of Quarkus that says the same wins, and {@code BindInfo} shows its value. */
    @ParameterizedTest
    @MethodSource("keysWithFollowers")
    void theSameKeyOfQuarkusWins(Key key) {
        if (key.sameAs() == null) {
            return;
        }
        String quarkus = key.sameAs().of("users").property();
        SmallRyeConfig config = Configs.of(BASE + BindKey.property("users", key) + "=" + SAMPLES.get(key) + "\n" + quarkus
                + "=from-quarkus");
        BindSetting setting = Configs.bind(config, "users", "mysql").setting(key.key());

        assertThat(config.getConfigValue(quarkus).getValue()).isEqualTo("from-quarkus");
        assertThat(setting.source()).isEqualTo(BindSetting.DATASOURCE_KEY);
        assertThat(setting.value()).isEqualTo(key.shown("from-quarkus"));
    }

    /** {@code BindInfo}, the derivation and the values for pools agree, however the value is written. */
    @ParameterizedTest
    @ValueSource(strings = { "true", "TRUE", "false" })
    void dynamicIsDecidedInOnePlace(String written) {
        SmallRyeConfig config = Configs.of("quarkus.binds.users.db-kind=mysql\nquarkus.binds.users.dynamic=" + written);
        boolean dynamic = Configs.bind(config, "users", "mysql").dynamic();

        assertThat(dynamic).isEqualTo(new BindPropertyLookup(config::getConfigValue).isDynamic("users"))
                .isEqualTo("DATABASE".equals(Configs.hibernate(config, "users", QuarkusKey.MULTITENANT)))
                .isEqualTo(new BindsAtBuild(config).dynamic().contains("users"));
    }

    /** {@code default} takes back the level of all binds. */
    @Test
    void theDefaultIsolationIsThatOfTheServer() {
        SmallRyeConfig config = Configs.of(BASE + "quarkus.binds.\"*\".isolation=serializable\n"
                + "quarkus.binds.users.isolation=default");

        assertThat(Configs.datasource(config, "users", QuarkusKey.ISOLATION)).isNull();
    }

    @Test
    void theFirstWordOfEachKeyIsReserved() {
        for (Key key : Key.values()) {
            assertThat(ReservedNames.all()).contains(DottedName.first(key.key()).segment);
        }
        assertThat(ReservedNames.all()).contains(BindKey.DRIVER_PROPERTIES);
    }

    private static Set<String> declared(Phase phase) {
        return Stream.of(Key.values()).filter(key -> key.phase() == phase).map(Key::key)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Method> mapped(Class<?> group) {
        Map<String, Method> keys = new TreeMap<>();
        for (Method method : group.getMethods()) {
            String name = StringUtil.skewer(method.getName());
            if (method.getReturnType() == BindsRuntimeConfig.PoolRuntimeConfig.class) {
                mapped(method.getReturnType()).forEach((key, below) -> keys.put(name + "." + key, below));
            } else {
                keys.put(name, method);
            }
        }
        return keys;
    }
}
