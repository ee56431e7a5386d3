package io.quarkiverse.binds.runtime.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.mariadb.jdbc.Configuration;
import org.mariadb.jdbc.HostAddress;

import com.mysql.cj.conf.ConnectionUrlParser;
import com.mysql.cj.conf.HostInfo;

/** Row G8: the driver finds only harmless properties with harmless values in any accepted URL. */
class UntrustedUrlDriverTest {

    private static final int TRIES = 20_000;

    private static final List<String> PIECES = List.of("?", "&", "=", "#", "/", "//", ":", ",", "@", "(", ")", "[", "]", ";",
            "%",
            "\\", " ", "+", "%41", "%3D", "%26", "%2F", "%3F", "%00", "h", "db", "u:p", "1", "address=", "(host=h,", "host=h",
            "address=(host=h)(", "autoDeserialize=true", "?autoDeserialize=true", "&autoDeserialize=true", "socketFactory=x",
            "&localSocket=/x", "(localSocket=/x)", "allowMultiQueries", "sslMode=DISABLED", "sslmode=disable", "&service=x",
            "connectTimeout=1", "&connectTimeout=1", "user=u", "&user=u", "loadbalance:", "replication:", "+srv", "%6C",
            "\u212a", "\u0131", "\u00e4", "\t", "jdbc:", "mysql:", "mariadb:", "postgresql:", "initSql=x", "PGHOST=x");

    private final Random random = new Random(42);

    private String changed(String url) {
        StringBuilder text = new StringBuilder(url);
        for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
            int at = random.nextInt(text.length() + 1);
            if (random.nextInt(4) == 0) {
                text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(4)));
            }
            if (random.nextInt(5) > 0) {
                text.insert(Math.min(at, text.length()), PIECES.get(random.nextInt(PIECES.size())));
            }
        }
        return text.toString();
    }

    private interface Reader {
        /** Returns null if the driver does not accept the URL. */
        Map<String, String> properties(String jdbcUrl);
    }

    private void check(String kind, Reader driver, String... urls) {
        int passed = 0;
        int read = 0;
        for (int i = 0; i < TRIES; i++) {
            String text = changed(urls[i % urls.length]);
            DatabaseUrl url;
            try {
                url = UntrustedUrl.parse(text, kind, Set.of());
            } catch (DatabaseUrlException e) {
                continue;
            }
            passed++;
            Map<String, String> properties = driver.properties(url.jdbcUrl());
            if (properties != null) {
                read++;
                properties.forEach((name, value) -> {
                    PropertyValue harmless = AllowedDriverProperties.value(kind, name);
                    assertThat(harmless).as("%s in %s", name, text).isNotNull();
                    assertThat(harmless.accepts(value)).as("%s in %s", name, text).isTrue();
                });
            }
        }
        assertThat(passed).as("texts that pass").isGreaterThan(TRIES / 100);
        assertThat(read).as("texts that the driver takes").isGreaterThan(passed / 2);
    }

    @Test
    void g8_mysqlReadsHarmlessPropertiesOnly() {
        check("mysql", url -> {
            Map<String, String> properties = new TreeMap<>();
            try {
                ConnectionUrlParser parser = ConnectionUrlParser.parseConnectionString(url);
                properties.putAll(parser.getProperties());
                for (HostInfo host : parser.getHosts()) {
                    properties.putAll(host.getHostProperties());
                    assertThat(host.getHost() == null || host.getHost().matches("[\\p{L}\\p{N}._:\\[\\]-]+")).as(url).isTrue();
                }
                assertThat(parser.getScheme()).isIn("jdbc:mysql:", "jdbc:mysql:loadbalance:", "jdbc:mysql:replication:");
            } catch (RuntimeException e) {
                return null;
            }
            return properties;
        }, "jdbc:mysql://h:1,i/db?connectTimeout=1&tcpNoDelay=true", "jdbc:mysql://u:p@h/db?user=u&sslMode=VERIFY_IDENTITY",
                "mysql://u:p@h,i:2/db?connectTimeout=1&charset=utf8", "jdbc:mysql:loadbalance://h/db");
    }

    @Test
    void g8_mariadbReadsHarmlessPropertiesOnly() {
        check("mariadb", url -> {
            Properties properties = new Properties();
            Configuration driver;
            try {
                driver = Configuration.parse(url, properties);
            } catch (Exception e) {
                return null;
            }
            assertThat(driver.localSocket()).as(url).isNull();
            assertThat(driver.pipe()).as(url).isNull();
            for (HostAddress host : driver.addresses()) {
                assertThat(host.localSocket).as(url).isNull();
                assertThat(host.pipe).as(url).isNull();
                assertThat(host.host.matches("[\\p{L}\\p{N}._:-]+")).as(url).isTrue();
            }
            properties.remove(""); // "?&", which the driver ignores
            return read(properties);
        }, "jdbc:mariadb://h:1,i/db?connectTimeout=1&tcpKeepAlive=true", "jdbc:mariadb:sequential://h,i/db?user=u",
                "mariadb://u:p@h,i:2/db?connectTimeout=1&charset=utf8");
    }

    @Test
    void g8_postgresqlReadsHarmlessPropertiesOnly() {
        check("postgresql", url -> {
            Properties properties = org.postgresql.Driver.parseURL(url, null);
            if (properties == null) {
                return null;
            }
            assertThat(properties.getProperty("PGHOST").matches("[\\p{L}\\p{N}._:,\\[\\]-]*")).as(url).isTrue();
            properties.keySet().removeAll(Set.of("PGHOST", "PGPORT", "PGDBNAME"));
            return read(properties);
        }, "jdbc:postgresql://h:1,i/db?connectTimeout=1&tcpKeepAlive=true", "jdbc:postgresql://h/db?user=u&ssl=true",
                "postgresql://u:p@h,i:2/db?connectTimeout=1&application_name=x");
    }

    private static Map<String, String> read(Properties properties) {
        Map<String, String> result = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> result.put(name, properties.getProperty(name)));
        return result;
    }
}
