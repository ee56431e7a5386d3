package io.quarkiverse.binds.runtime.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Row G8: ordinary URLs pass, and the configuration allows a named property and no other. */
class UntrustedUrlTest {

    @ParameterizedTest
    @ValueSource(strings = {
            "mysql://u:p%40ss@h:3306/db",
            "mysql+pymysql://bob$app:pw@h/bob$app?charset=utf8mb4",
            "mysql://h/db?charset=latin1&connect_timeout=5&read_timeout=30&collation=utf8mb4_bin&compress=1",
            "mysql://h/db?sql_mode=ANSI,STRICT_ALL_TABLES",
            "mysql://h/db?ssl_mode=VERIFY_IDENTITY",
            "mysql://h/db?user=u&password=a%26b",
            "mysql://a:1,b:2/db?connectTimeout=1000",
            "mysql://[::1]:3306/gr%C3%B6%C3%9Fe",
            "  jdbc:mysql://h/db\n",
            "JDBC:mysql://h/db",
            "jdbc:mysql://h",
            "jdbc:mysql:///db",
            "jdbc:mysql://u:p%40ss@h:3306,u2:x@[::1]:3307/db?",
            "jdbc:mysql:loadbalance://a,b/db?socketTimeout=0",
            "jdbc:mysql:replication://a,b/db",
            "jdbc:mysql://h/db?CONNECTTIMEOUT=1&&cachePrepStmts=true&prepStmtCacheSize=250&prepStmtCacheSqlLimit=2048",
            "jdbc:mysql://h/db?serverTimezone=Europe/Berlin&zeroDateTimeBehavior=CONVERT_TO_NULL&useServerPrepStmts=yes",
            "jdbc:mysql://h/db?connectionTimeZone=GMT%2B3&rewriteBatchedStatements=true&useSSL=true&requireSSL=TRUE",
            "jdbc:mysql://h/db?user=u&password=p%26%3B%27%28x",
    })
    void g8_mysqlPasses(String url) {
        assertPasses(url, "mysql");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "mariadb://u:p%26ss@h/db?charset=utf8mb4&sslMode=verify-full",
            "mariadb://h/a%2Fb%23c",
            "jdbc:mariadb://h:3306,[::1]:3307/db?user=u&password=p'w;x&timezone=UTC&useBulkStmts=true",
            "jdbc:mariadb:sequential://a,b/db",
            "jdbc:mariadb:load-balance-read://a,b/db?tcpKeepAlive=1",
    })
    void g8_mariadbPasses(String url) {
        assertPasses(url, "mariadb");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "postgres://u:pw@h/db?application_name=my%20app&connect_timeout=3&sslmode=verify-full",
            "postgresql://a,b:5433/db?currentSchema=app,$user&target_session_attrs=read-write&keepalives=1",
            "jdbc:postgresql://h:5432/db?user=u&password=p%26w&ssl=true&reWriteBatchedInserts=true&stringtype=unspecified",
            "jdbc:postgresql://a,[::1]:5433/gr%C3%B6%C3%9Fe?ApplicationName=my+app",
    })
    void g8_postgresqlPasses(String url) {
        assertPasses(url, "postgresql");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "h2:mem:x",
            "jdbc:h2:mem:",
            "jdbc:h2:mem:a-b_c.d;MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=true;DB_CLOSE_DELAY=-1;",
            "h2:mem:x;USER=sa;PASSWORD=a=b&c d'e;NON_KEYWORDS=KEY,VALUE;TIME ZONE=Europe/Berlin;SCHEMA=APP",
    })
    void g8_h2Passes(String url) {
        assertPasses(url, "h2");
    }

    private static void assertPasses(String url, String kind) {
        assertThat(UntrustedUrl.parse(url, kind, Set.of())).isEqualTo(DatabaseUrl.parse(url));
    }

    @Test
    void g8_otherKindIsRefusedNamingBoth() {
        Map<String, String> urls = Map.of("mysql", "mysql://h/d", "mariadb", "jdbc:mariadb://h/d", "postgresql",
                "postgres://h/d", "h2", "h2:mem:x", "oracle", "jdbc:oracle:thin:@h:1521:x", "mssql", "jdbc:sqlserver://h");
        urls.forEach((given, url) -> Stream.of("mysql", "mariadb", "postgresql", "h2", "oracle", "other")
                .filter(kind -> !kind.equals(given))
                .forEach(kind -> assertThatExceptionOfType(DatabaseUrlException.class)
                        .isThrownBy(() -> UntrustedUrl.parse(url, kind, Set.of("jdbc:oracle", "jdbc:sqlserver")))
                        .withMessageContaining("'" + given + "'").withMessageContaining("'" + kind + "'")));
        assertThatExceptionOfType(DatabaseUrlException.class)
                .isThrownBy(() -> UntrustedUrl.parse("jdbc:snowflake://h", "mysql", Set.of("jdbc:snowflake")))
                .withMessageContaining("unknown kind").withMessageContaining("'mysql'");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "h/db", "u:s3cr3t@h/db", "sqlite:///x", "mysql:h", "'mysql://h/d'", "jdbc:", "jdbc:x",
            "mysql://u:s3cr3t@h/d\u0000b", "mysql://u:s3cr3t@h/d?connectTimeout=a&b", "mysql:///u:s3cr3t@h/d" })
    void g8_invalidUrlIsRefused(String url) {
        assertThatExceptionOfType(DatabaseUrlException.class).isThrownBy(() -> UntrustedUrl.parse(url, "mysql", Set.of()))
                .withMessageNotContaining("s3cr3t");
        assertThatExceptionOfType(DatabaseUrlException.class).isThrownBy(() -> UntrustedUrl.parse(null, "mysql", Set.of()));
    }

    /** Connector/J drops the text after '#', and H2 reads "a;MODE=MySQL" as the password. */
    @Test
    void g8_ambiguousUrlIsRefused() {
        assertThatExceptionOfType(DatabaseUrlException.class)
                .isThrownBy(() -> UntrustedUrl.parse("jdbc:mysql://h/d?user=u&password=a#b", "mysql", Set.of()))
                .withMessageContaining("'#'");
        assertThatExceptionOfType(DatabaseUrlException.class)
                .isThrownBy(() -> UntrustedUrl.parse("jdbc:mysql://h/d?password=a\\b", "mysql", Set.of()))
                .withMessageContaining("'\\'");
        assertThatExceptionOfType(DatabaseUrlException.class)
                .isThrownBy(() -> UntrustedUrl.parse("h2:mem:x;PASSWORD=a\\;MODE=MySQL", "h2", Set.of()))
                .withMessageContaining("'\\'");
        assertThatExceptionOfType(DatabaseUrlException.class)
                .isThrownBy(() -> UntrustedUrl.parse("jdbc:postgresql://h/a%00b", "postgresql", Set.of()))
                .withMessageContaining("database name");
        assertThatExceptionOfType(DatabaseUrlException.class)
                .isThrownBy(() -> UntrustedUrl.parse("jdbc:mysql://u%00:p@h/d", "mysql", Set.of()))
                .withMessageContaining("user name");
        assertThatExceptionOfType(DatabaseUrlException.class)
                .isThrownBy(() -> UntrustedUrl.parse("jdbc:mariadb://h/d;x", "mariadb", Set.of()))
                .withMessageContaining("database name");
    }

    /** The second half of a password that contains '&' must not appear in a log. */
    @ParameterizedTest
    @ValueSource(strings = { "jdbc:mysql://h/d?user=u&password=a&s3cr3t", "mysql://h/d?user=u&password=a&s3cr3t",
            "jdbc:mysql://h/d?p%61ssword=s3cr3t", "mysql://h/d?p%61ssword=s3cr3t", "jdbc:h2:mem:x;PASSWORD=a;s3cr3t",
            "h2:mem:x;PASSWORD=a\\;s3cr3t", "jdbc:mysql://h/d?password=s3cr3t&p%61ssword1=s3cr3t",
            "jdbc:mysql://u:s3cr3t@(host=h)/d", "jdbc:mysql://u:s3c/r3t@h/d", "mysql://u:s3cr3t?x@h/d" })
    void g8_errorShowsNoPassword(String url) {
        String kind = url.contains("h2:") ? "h2" : "mysql";

        assertThatExceptionOfType(DatabaseUrlException.class).isThrownBy(() -> UntrustedUrl.parse(url, kind, Set.of()))
                .withMessageNotContaining("s3cr3t");
    }

    @Test
    void g8_onlyAllowedPropertyPasses() {
        Set<String> allowed = Set.of("ALLOWpublicKEYretrieval", " sslMode ");

        assertThatNoException().isThrownBy(() -> UntrustedUrl.parse(
                "jdbc:mysql://h/d?allowPublicKeyRetrieval=true&sslMode=DISABLED&connectTimeout=1", "mysql", allowed));
        assertThatNoException().isThrownBy(() -> UntrustedUrl.parse(
                "mysql://h/d?allowPublicKeyRetrieval=true&ssl_mode=DISABLED", "mysql", allowed));
        assertThatNoException().isThrownBy(() -> UntrustedUrl.parse("h2:mem:x;INIT=SELECT 1", "h2", Set.of("init")));
        for (String other : new String[] { "autoDeserialize=true", "allowPublicKeyRetrieval2=x", "useSSL=false",
                "allowPublicKeyRetrieva=x" }) {
            for (String url : new String[] { "jdbc:mysql://h/d?", "mysql://h/d?", "jdbc:mysql://h/d?sslMode=REQUIRED&" }) {
                assertThatExceptionOfType(DatabaseUrlException.class).as(url + other)
                        .isThrownBy(() -> UntrustedUrl.parse(url + other, "mysql", allowed));
            }
        }
        // A name is allowed, not a form.
        assertThatExceptionOfType(DatabaseUrlException.class).isThrownBy(
                () -> UntrustedUrl.parse("jdbc:mysql://(host=h,allowPublicKeyRetrieval=true)/d", "mysql", allowed));
        assertThatExceptionOfType(DatabaseUrlException.class).isThrownBy(
                () -> UntrustedUrl.parse("jdbc:mysql://h/d?allowPublicKeyRetrieval=%00", "mysql", allowed));
    }

    @Test
    void g8_srvIsAllowedByItsProperty() {
        assertThatNoException()
                .isThrownBy(() -> UntrustedUrl.parse("jdbc:mysql+srv://h/d?connectTimeout=1", "mysql", Set.of("dnsSrv")));
        assertThatExceptionOfType(DatabaseUrlException.class)
                .isThrownBy(() -> UntrustedUrl.parse("jdbc:mysql+srv://h/d?logger=x", "mysql", Set.of("dnsSrv")))
                .withMessageContaining("'logger'");
    }

    @Test
    void g8_h2FileIsAllowedByItsForm() {
        Map<String, Set<String>> urls = Map.ofEntries(
                Map.entry("h2:file:./x", Set.of("h2:file")), Map.entry("h2:~/x", Set.of("h2:file")),
                Map.entry("h2:/tmp/x", Set.of("H2:FILE")), Map.entry("jdbc:h2:x", Set.of("h2:file")),
                Map.entry("h2:C:/x", Set.of("h2:file")), Map.entry("h2:tcp://h:9092/x", Set.of("h2:tcp")),
                Map.entry("h2:ssl://h/x", Set.of("h2:ssl")),
                Map.entry("h2:zip:~/x.zip!/x", Set.of("h2:zip")),
                Map.entry("h2:split:28:nio:~/x", Set.of("h2:split", "h2:nio")),
                Map.entry("jdbc:h2:file:zip:/x!/y", Set.of("h2:file", "h2:zip")));
        urls.forEach((url, forms) -> {
            Set<String> lower = forms.stream().map(String::toLowerCase).collect(Collectors.toSet());
            assertThatCode(() -> UntrustedUrl.parse(url, "h2", forms)).as(url).doesNotThrowAnyException();
            lower.forEach(missing -> {
                Set<String> others = Stream.of("h2:file", "h2:tcp", "h2:ssl", "h2:zip", "h2:nio", "h2:split", "h2:mem")
                        .filter(form -> !form.equals(missing)).collect(Collectors.toSet());
                assertThatExceptionOfType(DatabaseUrlException.class).as(url)
                        .isThrownBy(() -> UntrustedUrl.parse(url, "h2", others)).withMessageContaining(missing);
            });
        });
        assertThatExceptionOfType(DatabaseUrlException.class)
                .isThrownBy(() -> UntrustedUrl.parse("jdbc:h2:MEM:x", "h2", Set.of("h2:file", "h2:mem")))
                .withMessageContaining("lower case");
        assertThatExceptionOfType(DatabaseUrlException.class)
                .isThrownBy(() -> UntrustedUrl.parse("h2:file:./x;INIT=SELECT 1", "h2", Set.of("h2:file")))
                .withMessageContaining("'INIT'");
    }

    /** The properties of other databases are unknown, so a URL passes only by the name of its driver. */
    @Test
    void g8_otherKindsPassByDriverNameOnly() {
        String url = "jdbc:oracle:thin:@//h:1521/x";

        assertThatExceptionOfType(DatabaseUrlException.class).isThrownBy(() -> UntrustedUrl.parse(url, "oracle", Set.of()))
                .withMessageContaining("jdbc:oracle");
        assertThat(UntrustedUrl.parse(url, "oracle", Set.of("jdbc:oracle")).jdbcUrl()).isEqualTo(url);
        assertThatExceptionOfType(DatabaseUrlException.class)
                .isThrownBy(() -> UntrustedUrl.parse("jdbc:snowflake://h", "other", Set.of("jdbc:snow")));
        assertThat(UntrustedUrl.parse("jdbc:snowflake://h", "other", Set.of("jdbc:snowflake")).kind()).isEmpty();
        assertThatExceptionOfType(DatabaseUrlException.class)
                .isThrownBy(() -> UntrustedUrl.checkProperty("oracle", "connectTimeout", "1", Set.of()));
        assertThatNoException()
                .isThrownBy(() -> UntrustedUrl.checkProperty("oracle", "oracle.net.X", "1", Set.of("ORACLE.net.x")));
    }

    @Test
    void g8_driverPropertiesFollowTheSameRules() {
        assertThatNoException().isThrownBy(() -> UntrustedUrl.checkProperty("mysql", "connectTimeout", Set.of()));
        assertThatNoException().isThrownBy(() -> UntrustedUrl.checkProperty("mysql", "serverTimezone", "UTC", Set.of()));
        assertThatNoException().isThrownBy(() -> UntrustedUrl.checkProperty("mysql", "sslMode", "VERIFY_IDENTITY", Set.of()));
        assertThatNoException().isThrownBy(() -> UntrustedUrl.checkProperty("mysql", "logger", Set.of("LOGGER")));
        assertThatNoException().isThrownBy(() -> UntrustedUrl.checkProperty("h2", "TIME ZONE", "UTC", Set.of()));
        for (String name : new String[] { "sslMode", "connectionCollation", "prepStmtCacheSize", "sessionVariables" }) {
            assertThatExceptionOfType(DatabaseUrlException.class).as(name)
                    .isThrownBy(() -> UntrustedUrl.checkProperty("mysql", name, Set.of())).withMessageContaining(name);
        }
        for (String name : new String[] { "", " ", "logger", "connectTimeout ", "a=b", "connect\u0000", "a&b", "\u0131nit" }) {
            assertThatExceptionOfType(DatabaseUrlException.class).as(name)
                    .isThrownBy(() -> UntrustedUrl.checkProperty("mysql", name, "1", Set.of()));
            assertThatExceptionOfType(DatabaseUrlException.class).as(name)
                    .isThrownBy(() -> UntrustedUrl.checkProperty("mysql", name, Set.of()));
        }
        assertThatExceptionOfType(DatabaseUrlException.class)
                .isThrownBy(() -> UntrustedUrl.checkProperty("mysql", "sslMode", "DISABLED", Set.of()))
                .withMessageNotContaining("DISABLED");
    }

    @Test
    void g8_longNameIsShortened() {
        assertThatExceptionOfType(DatabaseUrlException.class)
                .isThrownBy(() -> UntrustedUrl.parse("jdbc:mysql://h/d?" + "x".repeat(100_000) + "=1", "mysql", Set.of()))
                .satisfies(e -> assertThat(e.getMessage().length()).isLessThan(300));
    }
}
