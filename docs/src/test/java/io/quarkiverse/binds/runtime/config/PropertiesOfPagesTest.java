package io.quarkiverse.binds.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import io.quarkiverse.binds.docs.Page;
import io.quarkiverse.binds.runtime.url.DatabaseUrl;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

/** Every block of properties in the documentation is read as by an application, and every key in its text exists. */
class PropertiesOfPagesTest {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)}");
    private static final Pattern KEY = Pattern.compile("quarkus\\.binds\\.[\\w.\"*<>-]+");
    /** Placeholders for any name. */
    private static final Pattern ANY = Pattern.compile("\"?(<name>|<bind>|bind-name)\"?");

    @TestFactory
    Stream<DynamicTest> everyBlockIsAccepted() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Page page : Page.all()) {
            for (String block : page.blocks("properties")) {
                tests.add(
                        DynamicTest.dynamicTest(page.name() + ": " + block.lines().findFirst().orElse(""), () -> check(block)));
            }
        }
        assertThat(tests).hasSizeGreaterThan(5);
        return tests.stream();
    }

    /** Checks keys and URLs by the extension's own check, and values by its mappings. */
    private static void check(String block) throws IOException {
        SmallRyeConfig config = config(block);
        new ConfigCheck(config, Map.of()).atBuild();
        assertThat(config.getConfigMapping(BindsBuildTimeConfig.class)).isNotNull();
        assertThat(config.getConfigMapping(BindsRuntimeConfig.class)).isNotNull();
        assertThat(config.getConfigMapping(SessionBuildTimeConfig.class)).isNotNull();
        assertThat(config.getConfigMapping(SessionRuntimeConfig.class)).isNotNull();
        assertThat(config.getConfigMapping(HealthRuntimeConfig.class)).isNotNull();
    }

    private static SmallRyeConfig config(String block) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(block));
        Map<String, String> values = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
        VARIABLE.matcher(block).results().forEach(variable -> values.put(variable.group(1), "mysql://db.example/app"));
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(values, "block", 250))
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withInterceptors(new BindsConfigInterceptor())
                .withMapping(BindsBuildTimeConfig.class)
                .withMapping(BindsRuntimeConfig.class)
                .withMapping(SessionBuildTimeConfig.class)
                .withMapping(SessionRuntimeConfig.class)
                .withMapping(HealthRuntimeConfig.class)
                .withValidateUnknown(false)
                .build();
    }

    @Test
    void everyKeyInTheTextExists() {
        int keys = 0;
        for (Page page : Page.all()) {
            Matcher key = KEY.matcher(page.text());
            while (key.find()) {
                assertThat(exists(ANY.matcher(key.group()).replaceAll("users"))).as("%s: %s", page.name(), key.group())
                        .isTrue();
                keys++;
            }
        }
        assertThat(keys).isGreaterThan(20);
    }

    private static boolean exists(String text) {
        String name = text.replaceAll("[.\"]+$", "");
        String section = BindKey.section(name);
        if (section != null) {
            String sessionKey = name.substring(section.length());
            // the page shows the last one as a mistake
            return BindKey.SECTIONS.get(section).contains(sessionKey) || sessionKey.equals("*")
                    || sessionKey.equals(Key.URL.key());
        }
        if (name.endsWith(".*")) {
            String group = name.substring(0, name.length() - 1);
            BindKey inGroup = BindKey.parse(group + "x");
            return inGroup != null && (inGroup.key().equals("x")
                    || Stream.concat(Key.NAMES.stream(), Stream.of(BindKey.DRIVER_PROPERTIES + ".x"))
                            .anyMatch(known -> known.startsWith(inGroup.key().substring(0, inGroup.key().length() - 1))));
        }
        BindKey key = BindKey.parse(name);
        return key != null && key.known();
    }

    /** M4: each row of the table, in a properties file, in the environment and in a URL. */
    @Test
    void dollarsAreReadAsThePageSays() throws IOException {
        List<String[]> rows = Page.read(Page.PAGES.resolve("secrets.adoc")).region("dollars").lines()
                .filter(line -> line.startsWith("|`")).map(PropertiesOfPagesTest::cells).toList();
        assertThat(rows).hasSizeGreaterThan(3);
        for (String[] row : rows) {
            assertThat(config("quarkus.binds.password=" + row[1]).getValue("quarkus.binds.password", String.class))
                    .as(row[1]).isEqualTo(row[0]);
            SmallRyeConfig environment = new SmallRyeConfigBuilder().addDefaultInterceptors()
                    .withSources(new EnvConfigSource(Map.of("QUARKUS_BINDS_PASSWORD", row[2]), 300)).build();
            assertThat(environment.getValue("quarkus.binds.password", String.class)).as(row[2]).isEqualTo(row[0]);
            assertThat(DatabaseUrl.parse("mysql://u:" + row[3] + "@h/d").password()).as(row[3]).contains(row[0]);
        }
    }

    private static String[] cells(String line) {
        return Pattern.compile("`\\+(.*?)\\+`").matcher(line).results().map(cell -> cell.group(1)).toArray(String[]::new);
    }

    @Test
    void wrongBlockIsRefused() {
        assertThatCode(() -> check("quarkus.binds.users.pool.sise=5")).hasMessageContaining("pool.sise");
        assertThatCode(() -> check("quarkus.binds.users.pool.size=many")).hasMessageContaining("pool.size");
        assertThatCode(() -> check("quarkus.binds.url=mysql:///u:p@h/db")).hasMessageContaining("three slashes");
    }
}
