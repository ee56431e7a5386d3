package io.quarkiverse.binds.runtime.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mariadb.jdbc.Configuration;
import org.postgresql.Driver;

import com.mysql.cj.conf.ConnectionUrlParser;

/** Rows B1 and B5: the parts of a URL are preserved, and the drivers' own parsers read the same ones. */
class DatabaseUrlRoundTripTest {

    private static final int CASES = 5_000;

    private final Random random = new Random(42);

    @ParameterizedTest
    @ValueSource(strings = { "mysql", "mariadb", "postgresql" })
    void b1_b5_partsArePreserved(String scheme) throws Exception {
        for (int i = 0; i < CASES; i++) {
            String user = text(1, 20, "");
            String password = text(4, 30, "");
            // Names that MySQL does not have (in blanks) and that the MariaDB driver cannot receive are refused; see the error
            // test.
            String database = text(1, 30, scheme.equals("mariadb") ? "?" : "").strip();
            String value = text(1, 20, scheme.equals("mariadb") ? "&" : "");
            String given = scheme + "://" + escaped(user) + ":" + escaped(password) + "@h:3307/" + escaped(database)
                    + "?someParameter=" + escaped(value);

            DatabaseUrl url = DatabaseUrl.parse(given);

            assertThat(url.username()).as(given).contains(user);
            assertThat(url.password()).as(given).contains(password);
            assertThat(url.database().orElse("")).as(given).isEqualTo(database);
            assertThat(url.parameters()).as(given).containsEntry("someParameter", value);
            assertThat(url.masked()).as(given).doesNotContain(password).doesNotContain(escaped(password));
            assertThat(DatabaseUrl.mask(given)).as(given).doesNotContain(password).doesNotContain(escaped(password));
            assertThat(driversReading(scheme, url.jdbcUrl())).as(url.jdbcUrl())
                    .containsExactly("h", "3307", database, value);
            if (!scheme.equals("mariadb")) {
                assertThat(url.jdbcUrl()).as("expression").doesNotContain("${");
            }
        }
    }

    /** The masked URL parses to the same parts except for the password, so it can be copied from a log. */
    @Test
    void b1_maskedUrlParses() {
        for (int i = 0; i < CASES; i++) {
            DatabaseUrl url = DatabaseUrl
                    .parse("mysql://" + escaped(text(1, 20, "")) + ":pw@h/" + escaped(text(1, 9, "").strip()));

            DatabaseUrl again = DatabaseUrl.parse(url.masked());

            assertThat(again.jdbcUrl()).isEqualTo(url.jdbcUrl());
            assertThat(again.username()).isEqualTo(url.username());
            assertThat(again.password()).contains("***");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "mysql", "mariadb" })
    void b1_severalHostsReachTheDriver(String scheme) throws Exception {
        String jdbcUrl = DatabaseUrl.parse(scheme + "://u:pw@a,my_b:3307,[::1]:1/bob$app").jdbcUrl();

        if (scheme.equals("mysql")) {
            ConnectionUrlParser parsed = ConnectionUrlParser.parseConnectionString(jdbcUrl);
            assertThat(parsed.getHosts()).extracting(h -> h.getHost() + ' ' + h.getPort())
                    .containsExactly("a -1", "my_b 3307", "[::1] 1");
            assertThat(parsed.getPath()).isEqualTo("bob$app");
        } else {
            assertThat(Configuration.parse(jdbcUrl).addresses()).extracting(h -> h.host + ' ' + h.port)
                    .containsExactly("a 3306", "my_b 3307", "::1 1");
        }
    }

    private String[] driversReading(String scheme, String jdbcUrl) throws Exception {
        switch (scheme) {
            case "mysql":
                ConnectionUrlParser mysql = ConnectionUrlParser.parseConnectionString(jdbcUrl);
                return new String[] { mysql.getHosts().get(0).getHost(), "" + mysql.getHosts().get(0).getPort(),
                        mysql.getPath() == null ? "" : mysql.getPath(), mysql.getProperties().get("someParameter") };
            case "mariadb":
                Configuration mariadb = Configuration.parse(jdbcUrl);
                return new String[] { mariadb.addresses().get(0).host, "" + mariadb.addresses().get(0).port,
                        mariadb.database() == null ? "" : mariadb.database(),
                        mariadb.nonMappedOptions().getProperty("someParameter") };
            default:
                Properties postgresql = Driver.parseURL(jdbcUrl, null);
                return new String[] { postgresql.getProperty("PGHOST"), postgresql.getProperty("PGPORT"),
                        postgresql.getProperty("PGDBNAME", ""), postgresql.getProperty("someParameter") };
        }
    }

    /** Printable characters: mostly ASCII, which has the separators, and some of every plane. */
    private String text(int min, int max, String without) {
        StringBuilder text = new StringBuilder();
        int length = min + random.nextInt(max - min + 1);
        while (length > 0) {
            int c;
            switch (random.nextInt(4)) {
                case 0:
                    c = random.nextInt(Character.MAX_CODE_POINT + 1);
                    break;
                case 1:
                    c = random.nextInt(0x600);
                    break;
                default:
                    c = 0x20 + random.nextInt(0x5F);
            }
            if (Character.isDefined(c) && !Characters.isInvisible(c) && without.indexOf(c) < 0) {
                text.appendCodePoint(c);
                length--;
            }
        }
        return text.toString();
    }

    /** Escapes everything but letters and digits, unlike the code under test, whose mistakes it must not share. */
    private static String escaped(String text) {
        StringBuilder result = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b >= 'a' && b <= 'z' || b >= '0' && b <= '9') {
                result.append((char) b);
            } else {
                result.append(String.format("%%%02x", b & 0xFF));
            }
        }
        return result.toString();
    }
}
