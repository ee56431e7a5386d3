package io.quarkiverse.binds.runtime.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mariadb.jdbc.Configuration;

import com.mysql.cj.conf.ConnectionUrlParser;

/** Row G8: any key replaces one part of a URL, and never changes another part. */
class UrlTemplateTest {

    private static final String PIECES = "ab9Z.-_~/?&#;@:%\\\"'`(){}[]<>|=+,!$*^ \u00e4\u20ac\u212a\u0131\ud83d\ude00";
    private static final List<String> PHRASES = List.of("..", "../", "%2F", "%00", "%", "{key}", "${x}", "://", "address=(",
            "&autoDeserialize=true", "?autoDeserialize=true", ";INIT=SELECT 1", "\\;INIT=SELECT 1", "@evil:1", ",evil",
            "--", "/*", "#", "localhost", "evil.example.", "\u0000", "\n", "\ud800", "\u200b", "mem:", "file:", "~");

    /** Template with the place of its placeholder. */
    record Template(String url, String place) {
        @Override
        public String toString() {
            return url;
        }
    }

    static Stream<Template> escaped() {
        return Stream.of(
                new Template("mysql://u:p@h:3306/app_{key}?connectTimeout=5", "database"),
                new Template("mysql://h,i/{key}_x?charset=utf8mb4", "database"),
                new Template("mysql+pymysql://u_{key}:p@h/db", "user"),
                new Template("mysql://u:p_{key}@h/db?connectTimeout=5", "password"),
                new Template("postgresql://u:p@h/app_{key}?currentSchema=app", "database"),
                new Template("postgres://u{key}@h/db", "user"),
                new Template("mariadb://u:p@h,i/app_{key}?connectTimeout=5", "database"),
                new Template("mariadb://u:x{key}@h/db", "password"));
    }

    static Stream<Template> verbatim() {
        return Stream.of(
                new Template("mysql://u:p@db-{key}.example.org:3306/db?connectTimeout=5", "host"),
                new Template("postgresql://{key}:5432/db", "host"),
                new Template("mysql://u@h:{key}/db", "host"),
                new Template("mysql://h/db?sql_mode={key}", "value"),
                new Template("postgresql://h/db?currentSchema=a,{key}&connectTimeout=5", "value"),
                new Template("jdbc:mysql://u:p@h:3306/app_{key}?connectTimeout=5", "database"),
                new Template("jdbc:mysql://h/db?sessionVariables=x='{key}'&connectTimeout=5", "value"),
                new Template("jdbc:mysql://u:p@{key}.example.org/db", "host"),
                new Template("jdbc:mysql://(host={key},port=3306)/db", "host"),
                new Template("jdbc:mysql://u{key}:p@h/db", "host"),
                new Template("jdbc:mariadb://h,{key}/db?connectTimeout=5", "host"),
                new Template("jdbc:mariadb://h/app_{key}?connectTimeout=5", "database"),
                new Template("jdbc:mariadb:sequential://address=(host={key})(port=3306)/db", "host"),
                new Template("jdbc:postgresql://h/{key}?user=u&password=p", "database"),
                new Template("jdbc:postgresql:{key}", "database"),
                new Template("jdbc:postgresql://h/db?user=u{key}&password=p", "value"),
                new Template("h2:mem:app_{key};DB_CLOSE_DELAY=-1", "database"),
                new Template("jdbc:h2:mem:{key}", "database"),
                new Template("h2:file:./data/{key}/db", "database"),
                new Template("h2:~/{key};MODE=MySQL", "database"),
                new Template("h2:mem:x;INIT=CREATE SCHEMA IF NOT EXISTS \"{key}\"\\;SET SCHEMA \"{key}\"", "value"),
                new Template("h2:tcp://{key}.example.org:9092/db", "host"),
                new Template("jdbc:h2:tcp:{key}.example.org/db", "host"),
                new Template("jdbc:sqlserver://h:1433;databaseName={key};encrypt=true", "value"),
                new Template("jdbc:oracle:thin:@//h:1521/{key}", "host"));
    }

    static Stream<Template> all() {
        return Stream.concat(escaped(), verbatim());
    }

    /** Parts of a URL, as read by this extension and by the driver. */
    private static Map<String, String> parts(String url) throws Exception {
        DatabaseUrl parsed = DatabaseUrl.parse(url);
        Map<String, String> parts = new TreeMap<>();
        parts.put("kind", parsed.kind().orElse(""));
        parts.put("user", parsed.username().orElse(""));
        parts.put("password", parsed.password().orElse(""));
        parts.put("hosts", parsed.hosts().toString());
        parts.put("database", parsed.database().orElse(""));
        parts.put("parameters", parsed.parameters().toString());
        String jdbc = parsed.jdbcUrl();
        if (jdbc.startsWith("jdbc:mysql:")) {
            ConnectionUrlParser driver = ConnectionUrlParser.parseConnectionString(jdbc);
            parts.put("driver hosts", driver.getHosts().stream().map(host -> host.getHost() + ':' + host.getPort() + ' '
                    + host.getUser() + ' ' + host.getPassword() + ' ' + new TreeMap<>(host.getHostProperties())).toList()
                    .toString());
            parts.put("driver database", driver.getPath());
            parts.put("driver properties", new TreeMap<>(driver.getProperties()).toString());
        } else if (jdbc.startsWith("jdbc:mariadb:")) {
            Properties properties = new Properties();
            Configuration driver = Configuration.parse(jdbc, properties);
            parts.put("driver hosts", driver.addresses().toString() + driver.localSocket() + driver.pipe());
            parts.put("driver database", String.valueOf(driver.database()));
            parts.put("driver properties", new TreeMap<>(properties).toString());
        } else if (jdbc.startsWith("jdbc:postgresql:")) {
            parts.put("driver", new TreeMap<>(org.postgresql.Driver.parseURL(jdbc, null)).toString());
        } else {
            // Splits as H2 and SQL Server do.
            String[] settings = jdbc.split("(?<!\\\\);");
            for (int i = 0; i < settings.length; i++) {
                parts.put("setting " + i, settings[i]);
            }
            parts.put("segments", Integer.toString(jdbc.split("[/:\\\\]").length));
        }
        return parts;
    }

    @ParameterizedTest
    @MethodSource("all")
    void g8_keyChangesItsPartOnly(Template template) throws Exception {
        boolean isPort = template.url().contains(":{key}/");
        // a number would be the address of a host
        String harmless = template.place().equals("host") ? "k73519" : "73519";
        Map<String, String> wanted = parts(UntrustedUrl.fill(template.url(), isPort ? "7351" : harmless));
        Random random = new Random(template.url().hashCode());
        int taken = 0;
        for (String key : keys(random, 700)) {
            Map<String, String> got;
            try {
                got = parts(UntrustedUrl.fill(template.url(), key));
            } catch (IllegalArgumentException e) {
                continue; // refused by the template or by DatabaseUrl
            }
            taken++;
            Map<String, String> expected = new TreeMap<>(wanted);
            expected.replaceAll((part, value) -> value.replace(isPort ? "7351" : harmless, isPort ? withoutZeros(key) : key));
            // Host names are case-insensitive, and the MariaDB driver converts them to lower case.
            expected.computeIfPresent("driver hosts", (part, value) -> value.toLowerCase(Locale.ROOT));
            got.computeIfPresent("driver hosts", (part, value) -> value.toLowerCase(Locale.ROOT));
            assertThat(got).as("%s with <%s>", template.url(), key).isEqualTo(expected);
        }
        assertThat(taken).as("keys that passed").isGreaterThan(isPort ? 0 : 20);
    }

    private static String withoutZeros(String port) {
        return Integer.valueOf(port).toString();
    }

    private static List<String> keys(Random random, int count) {
        List<String> keys = new ArrayList<>(PHRASES);
        int[] pieces = PIECES.codePoints().toArray();
        while (keys.size() < count) {
            StringBuilder key = new StringBuilder();
            int style = random.nextInt(4);
            int length = 1 + random.nextInt(8);
            for (int i = 0; i < length; i++) {
                if (style == 0) {
                    key.append((char) ('a' + random.nextInt(26)));
                } else if (style == 1) {
                    key.append(random.nextInt(10));
                } else if (random.nextInt(5) == 0) {
                    key.append(PHRASES.get(random.nextInt(PHRASES.size())));
                } else if (style == 2) {
                    key.appendCodePoint(pieces[random.nextInt(pieces.length)]);
                } else {
                    key.appendCodePoint(random.nextInt(0x3000));
                }
            }
            keys.add(key.toString());
        }
        return keys;
    }

    /** Proves that the test above does not pass because every key is refused. */
    @ParameterizedTest
    @MethodSource("escaped")
    void g8_printableCharactersPassWhereEscaped(Template template) {
        boolean rawDatabase = template.url().startsWith("mariadb") && template.place().equals("database");
        PIECES.codePoints().mapToObj(Character::toString).filter(piece -> !rawDatabase || !piece.equals("?")).forEach(piece -> {
            String key = "a" + piece + "b";
            DatabaseUrl url = DatabaseUrl.parse(UntrustedUrl.fill(template.url(), key));
            String part = switch (template.place()) {
                case "database" -> url.database().orElseThrow();
                case "user" -> url.username().orElseThrow();
                default -> url.password().orElseThrow();
            };
            assertThat(part).as(template.url()).contains(key);
        });
    }

    @ParameterizedTest
    @MethodSource("verbatim")
    void g8_onlyPlainKeysPassWhereNotDecoded(Template template) {
        PIECES.codePoints().mapToObj(Character::toString).filter(piece -> !piece.matches("[A-Za-z0-9._-]"))
                .forEach(piece -> assertThatIllegalArgumentException().as("%s with <%s>", template.url(), piece)
                        .isThrownBy(() -> UntrustedUrl.fill(template.url(), "a" + piece))
                        .withMessageContaining("a key may have"));
        assertThat(UntrustedUrl.fill(template.url(), "a-B_9")).isEqualTo(template.url().replace("{key}", "a-B_9"));
        if (template.place().equals("host")) {
            assertThatIllegalArgumentException().isThrownBy(() -> UntrustedUrl.fill(template.url(), "evil.example"))
                    .withMessageContaining("host");
        } else {
            assertThat(UntrustedUrl.fill(template.url(), "a.b")).contains("a.b");
        }
        if (template.place().equals("value")) {
            assertThatIllegalArgumentException().isThrownBy(() -> UntrustedUrl.fill(template.url(), "a--b"))
                    .withMessageContaining("comments");
        } else {
            assertThat(UntrustedUrl.fill(template.url(), "a--b")).contains("a--b");
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void g8_invalidKeysAreRefusedEverywhere(Template template) {
        for (String key : new String[] { null, "", ".", "..", "a\u0000", "\n", "\ud800", "a\u200b" }) {
            assertThatIllegalArgumentException().as("<%s>", key).isThrownBy(() -> UntrustedUrl.fill(template.url(), key))
                    .withMessageContaining("key");
        }
    }

    @ParameterizedTest
    @CsvSource({
            "mysql://u:p@host/app_{key}, a/b, mysql://u:p@host/app_a%2Fb",
            "mysql://u:p@host/{key}_{key}, {key}, mysql://u:p@host/%7Bkey%7D_%7Bkey%7D",
            "mysql://{key}:{key}@h-{key}/{key}, a, mysql://a:a@h-a/a",
            "mysql://host/app_{key}, a.b-c_d~e, mysql://host/app_a.b-c_d~e",
            "mysql://host/app_{key}, $\u00e4, mysql://host/app_%24%C3%A4",
            "jdbc:mysql://host/app_{key}, a.b, jdbc:mysql://host/app_a.b",
            "h2:mem:{key}, a--b, h2:mem:a--b" })
    void g8_keyFillsTemplate(String template, String key, String filled) {
        assertThat(UntrustedUrl.fill(template, key)).isEqualTo(filled);
    }

    @ParameterizedTest
    @MethodSource("all")
    void g8_validTemplatesAreAccepted(Template template) {
        assertThatCode(() -> UntrustedUrl.checkTemplate(template.url())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "mysql://h/db", "mysql://h/{KEY}", "mysql://h/${key:}", "mysql://h/%7Bkey%7D",
            "jdbc:mysql://h" })
    void g8_templateWithoutKeyIsRefused(String template) {
        assertThatExceptionOfType(DatabaseUrlException.class).isThrownBy(() -> UntrustedUrl.checkTemplate(template))
                .withMessageContaining("there is no {key} in the URL");
        assertThatIllegalArgumentException().isThrownBy(() -> UntrustedUrl.fill(template, "a")).withMessageContaining("{key}");
        assertThatExceptionOfType(DatabaseUrlException.class).isThrownBy(() -> UntrustedUrl.checkTemplate(null));
    }

    @ParameterizedTest
    @ValueSource(strings = { "{key}", "{key}://h/db", "{key}:h", "my{key}://h/db", "mysql+{key}://h/db", "jdbc:{key}",
            "jdbc:{key}://h",
            "jdbc:mysql:{key}://h/db", "mysql:{key}", "mysql://h/db?{key}=1", "mysql://h/db?a{key}=1", "mysql://h/db?a=1&{key}",
            "jdbc:mysql://h/db?{key}=1", "jdbc:mysql://h/db?x=1&b{key}=1", "jdbc:mysql://(host=h,{key}=1)/db",
            "jdbc:mysql://address=(host=h)({key}=1)/db", "jdbc:mysql://address=(host=h)({key})/db", "jdbc:mariadb://h/db?{key}",
            "h2:{key}", "h2:{key}:x", "jdbc:h2:{key}:x", "h2:file:{key}:/x", "h2:mem:x;{key}=1", "h2:mem:x;MODE=MySQL;{key}",
            "jdbc:sqlserver://h;{key}=1", "jdbc:postgresql://h/db?{key}=1" })
    void g8_keyAsSchemeOrPropertyNameIsRefused(String template) {
        assertThatExceptionOfType(DatabaseUrlException.class).isThrownBy(() -> UntrustedUrl.checkTemplate(template))
                .withMessageContaining("{key} cannot stand");
        assertThatIllegalArgumentException().isThrownBy(() -> UntrustedUrl.fill(template, "a"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "mysql:///u:s3cr3t@h/{key}", "mysql://u:s3cr3t@h/{key}/x", "mysql://u:s3cr3t@h/{key}?a=1&a=2",
            "mysql://u:s3cr3t@h:x{key}/db", "foo+mysql://u:s3cr3t@h/{key}",
            "jdbc:mysql://u:s3cr3t@h/{key}?characterEncoding=utf8mb4",
            "\"mysql://u:s3cr3t@h/{key}\"", "mysql://u:s3cr3t@h/{key}?unix_socket=/x" })
    void g8_templateOfInvalidUrlIsRefused(String template) {
        assertThatExceptionOfType(DatabaseUrlException.class).isThrownBy(() -> UntrustedUrl.checkTemplate(template))
                .withMessageNotContaining("s3cr3t");
    }

    @Test
    void g8_templateOfConfigurationIsTrusted() {
        assertThatCode(() -> UntrustedUrl.checkTemplate("mysql://h/{key}?allowPublicKeyRetrieval=true&sslMode=DISABLED"))
                .doesNotThrowAnyException();
        assertThatCode(() -> UntrustedUrl.checkTemplate("  h2:file:./data/{key};INIT=SELECT 1\n")).doesNotThrowAnyException();
    }
}
