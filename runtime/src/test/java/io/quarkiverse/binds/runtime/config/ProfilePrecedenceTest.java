package io.quarkiverse.binds.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

/** M1: of several values of one key, in several spellings, the same one wins as in SmallRye Config with one spelling. */
class ProfilePrecedenceTest {

    private static final List<String> QUOTED = List.of("users", "\"users\"");
    private static final List<String> PROFILES = List.of("", "%prod.", "%base.", "%dev.", "%dev,prod.");
    private static final int[] ORDINALS = { 250, 260 };
    /** Roots and keys: every key of a bind, and some of Quarkus's own. */
    private static final List<String[]> KEYS = keys();
    private static final long SEED = 12;
    private static final int TRIPLES = 300;

    /** Value set for a profile, in a spelling and a source. */
    private record Setting(String spelling, String profile, int ordinal, String value) {

        String property(String[] key, String name) {
            return profile + key[0] + name + "." + key[1];
        }

        boolean isSameAs(Setting other) {
            return profile.equals(other.profile) && ordinal == other.ordinal;
        }
    }

    private static List<String[]> keys() {
        List<String[]> keys = new ArrayList<>();
        Key.NAMES.forEach(key -> keys.add(new String[] { BindKey.PREFIX, key }));
        keys.add(new String[] { BindKey.PREFIX, "driver-properties.x" });
        for (String key : List.of("jdbc.url", "username", "jdbc.max-size", "jdbc.additional-jdbc-properties.x")) {
            keys.add(new String[] { QuarkusKey.DATASOURCE, key });
        }
        keys.add(new String[] { QuarkusKey.HIBERNATE, "log.sql" });
        keys.add(new String[] { QuarkusKey.HIBERNATE, "schema-management.strategy" });
        return keys;
    }

    @Test
    void pairsOfSettingsResolveAsForOneSpelling() {
        int compared = 0;
        List<Setting> all = settings();
        for (Setting first : all) {
            for (Setting second : all) {
                if (!first.isSameAs(second)) {
                    compared += compare(List.of(first, new Setting(second.spelling, second.profile, second.ordinal, "2")));
                }
            }
        }
        assertThat(compared).isGreaterThan(3_000);
    }

    @Test
    void triplesOfSettingsResolveAsForOneSpelling() {
        Random random = new Random(SEED);
        List<Setting> all = settings();
        for (int i = 0; i < TRIPLES; i++) {
            List<Setting> chosen = new ArrayList<>();
            while (chosen.size() < 3) {
                Setting next = all.get(random.nextInt(all.size()));
                if (chosen.stream().noneMatch(next::isSameAs)) {
                    chosen.add(new Setting(next.spelling, next.profile, next.ordinal, "" + chosen.size()));
                }
            }
            compare(chosen);
        }
    }

    private static List<Setting> settings() {
        List<Setting> settings = new ArrayList<>();
        for (String spelling : QUOTED) {
            for (String profile : PROFILES) {
                for (int ordinal : ORDINALS) {
                    settings.add(new Setting(spelling, profile, ordinal, "1"));
                }
            }
        }
        return settings;
    }

    /** @return number of compared keys */
    private static int compare(List<Setting> settings) {
        SmallRyeConfig spelled = builder(settings, false)
                .withInterceptors(new SpellingsConfigInterceptor(), new BindsConfigInterceptor()).build();
        SmallRyeConfig plain = builder(settings, true).build();
        for (String[] key : KEYS) {
            String expected = plain.getConfigValue(key[0] + "users." + key[1]).getValue();
            for (String spelling : QUOTED) {
                String actual = spelled.getConfigValue(key[0] + spelling + "." + key[1]).getValue();
                if (expected != null || key[0].equals(BindKey.PREFIX)) { // otherwise it is derived from the bind
                    assertThat(actual).as("%s%s.%s of %s", key[0], spelling, key[1], settings).isEqualTo(expected);
                }
            }
        }
        return KEYS.size();
    }

    private static SmallRyeConfigBuilder builder(List<Setting> settings, boolean oneSpelling) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().addDefaultInterceptors()
                .withProfiles(List.of("base", "prod"))
                .withSources(new PropertiesConfigSource(Map.of("quarkus.binds.users.db-kind", "h2"), "bind", 10));
        for (int ordinal : ORDINALS) {
            Map<String, String> properties = new HashMap<>();
            for (Setting setting : settings) {
                if (setting.ordinal == ordinal) {
                    KEYS.forEach(key -> properties.put(setting.property(key, oneSpelling ? "users" : setting.spelling),
                            setting.value));
                }
            }
            builder.withSources(new PropertiesConfigSource(properties, "source " + ordinal, ordinal));
        }
        return builder;
    }
}
