package io.quarkiverse.binds.runtime.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Wrong URLs: the message names the correct form (rows B2, B3) and never contains the password (row B1). */
class DatabaseUrlErrorTest {

    private static final String SECRET = "s3cr3t";

    record Case(String url, List<String> words) {
        @Override
        public String toString() {
            return url;
        }
    }

    static Case of(String url, String... words) {
        return new Case(url, List.of(words));
    }

    static Stream<Case> b2_threeSlashes() {
        return Stream.of(
                of("mysql+pymysql:///xyz:s3cr3t@xxx:3306/xxx",
                        "three slashes; did you mean mysql://xyz:***@xxx:3306/xxx"),
                of("mysql:////u:s3cr3t@h/db", "three slashes; did you mean mysql://u:***@h/db"),
                of("mysql:///u@h/db", "three slashes; did you mean mysql://u@h/db"),
                of("postgres:///u:s3cr3t@h/db?a=b", "three slashes; did you mean postgres://u:***@h/db?a=b"),
                of("jdbc:mysql:///test:s3cr3t@127.0.0.1:33977/test",
                        "three slashes; did you mean jdbc:mysql://test:***@127.0.0.1:33977/test"),
                of("jdbc:postgresql:///u:s3cr3t@h/db", "three slashes"));
    }

    static Stream<Case> b1_schemes() {
        return Stream.of(
                of(null, "empty"),
                of("", "empty"),
                of(" \n", "empty"),
                of("u:s3cr3t@h/db", "known scheme", "mysql://", "jdbc:"),
                of("//u:s3cr3t@h/db", "scheme", "mysql://"),
                of("localhost/db", "scheme"),
                of("mysql//u:s3cr3t@h/db", "scheme"),
                of("mysql:u:s3cr3t@h/db", "two slashes", "mysql://user:password@host"),
                of("mysql:/u:s3cr3t@h/db", "two slashes"),
                of("mysql:bob:s3cr3t", "two slashes"),
                of("mssql+pyodbc://u:s3cr3t@h/db", "unknown scheme 'mssql+pyodbc'", "jdbc:"),
                of("mysql2://u:s3cr3t@h/db", "unknown scheme 'mysql2'"),
                of("${URL}", "scheme"),
                of("sqlite:///database/mydata.db", "SQLite", "h2:file:"),
                of("sqlite+aiosqlite:///x.db", "SQLite"),
                of("mysql+mongo://u:s3cr3t@h/db", "driver suffix", "+pymysql"),
                of("mysql+://u:s3cr3t@h/db", "driver suffix"),
                of("mysql+psycopg2://u:s3cr3t@h/db", "driver suffix"),
                of("mysql+pyodbc://u:s3cr3t@h/db", "ODBC data source"),
                of("postgresql+pymysql://u:s3cr3t@h/db", "driver suffix", "+psycopg2"),
                of("\"mysql://u:s3cr3t@h/db\"", "without quotes"),
                of("'mysql://u:s3cr3t@h/db'", "without quotes"),
                of("mysql://u:s3cr3t@h/db\nmysql://h", "invisible"),
                of("mysql://u:s3cr3t\t@h/db", "invisible"),
                of("\uFEFFmysql://u:s3cr3t@h/db", "invisible"),
                of("mysql://u:s3cr3t@h/d\u200Bb", "invisible"),
                of("mysql://u:s3cr3t@h/\uD83D", "invisible"));
    }

    static Stream<Case> b1_parts() {
        return Stream.of(
                of("mysql://u:s3cr3t/x@h/db", "%2F"),
                of("mysql://u:s3cr3t?x@h/db", "%3F"),
                of("mysql://u:s3cr3t#x@h/db", "%23"),
                of("mysql://u:p@x/s3cr3t@h/db", "%2F"),
                of("mysql://u:s3cr3t@h/d@b", "%40"),
                of("mysql://u:s3cr3t@h/db?a=x@y", "%40"),
                of("mysql://u:s3cr3t@h/d#b", "%23"),
                of("mysql://u:s3cr3t%@h/db", "malformed", "password", "%25"),
                of("mysql://u:s3cr3t%4@h/db", "malformed"),
                of("mysql://u:s3cr3t%zz@h/db", "malformed"),
                of("mysql://u:s3cr3t%C3@h/db", "malformed"),
                of("mysql://u%ff:s3cr3t@h/db", "malformed", "user name"),
                of("mysql://u:s3cr3t@h/100%", "malformed", "database name"),
                of("mysql://u:s3cr3t@h/db?a=%", "malformed", "'a'"),
                of("mysql://:s3cr3t@h/db", "without a user name"),
                of("mysql://u%0A:s3cr3t@h/db", "invisible", "user name"),
                of("mysql://u:s3cr3t@h/d%00b", "invisible", "database name"),
                of("mysql://u:s3cr3t@h/%20db", "blank"),
                of("mysql://u:s3cr3t@h/a/b", "second '/'", "%2F"),
                of("mysql://u:s3cr3t@h//db", "second '/'"),
                of("mysql://u:s3cr3t@h:0/db", "1 to 65535"),
                of("mysql://u:s3cr3t@h:65536/db", "1 to 65535"),
                of("mysql://u:s3cr3t@h:99999999999/db", "1 to 65535"),
                of("mysql://u:s3cr3t@h:/db", "port"),
                of("mysql://u:s3cr3t@h:+1/db", "port"),
                of("mysql://u:s3cr3t@h:${PORT}/db", "port"),
                of("mysql://bob:s3cr3t", "port", "'@'"),
                of("mysql://bob:s3cr3t/db", "port", "'@'"),
                of("mysql://bob:s3cr3t:3306/db", "port", "'@'"),
                of("mysql://u:s3cr3t@::1/db", "brackets"),
                of("mysql://u:s3cr3t@[::1/db", "brackets"),
                of("mysql://u:s3cr3t@[h]/db", "IPv6"),
                of("mysql://u:s3cr3t@[fe80::1%25eth0]/db", "IPv6"),
                of("mysql://u:s3cr3t@[::1]x/db", "port"),
                of("mysql://u:s3cr3t@a,,b/db", "empty"),
                of("mysql://u:s3cr3t@a,/db", "empty"),
                of("mysql://u:s3cr3t@${HOST}/db", "${...}"),
                of("mysql://u:s3cr3t@a b/db", "host name"),
                of("mysql://u:s3cr3t@h%2Fx/db", "host name"),
                of("mysql://u:s3cr3t@h/db?=x", "name=value"),
                of("mysql://u:s3cr3t@h/db?a b=x", "name=value"),
                of("mysql://u:s3cr3t@h/db?a=1&a=2", "'a'", "twice"),
                of("mysql://u:s3cr3t@h/db?a=1&A=2", "'A'", "twice"),
                of("mysql://u:s3cr3t@h/db?user=x", "user name", "twice"),
                of("mysql://u:pw@h/db?password=s3cr3t", "password", "twice"),
                of("mysql://u:s3cr3t@h/db?a=%0A", "invisible", "'a'"),
                of("mariadb://u:s3cr3t@h/a%3Fb", "MariaDB", "database name"),
                of("mariadb://u:s3cr3t@h/db?a=x%26y", "MariaDB", "'a'"),
                of("mariadb://u:s3cr3t@h/address=(x", "MariaDB"));
    }

    static Stream<Case> b3_parameters() {
        return Stream.of(
                of("mysql://u:s3cr3t@h/db?charset=klingon", "unknown charset", "latin1", "utf8mb4"),
                of("mysql://u:s3cr3t@h/db?charset=utf16", "unknown charset"),
                of("mysql://u:s3cr3t@h/db?charset=", "unknown charset"),
                of("mysql://u:s3cr3t@h/db?charset=utf8mb4&characterEncoding=UTF-8", "twice"),
                of("mysql://u:s3cr3t@h/db?characterEncoding=utf8mb4", "characterEncoding=UTF-8"),
                of("jdbc:mysql://u:s3cr3t@h/db?a=b&characterEncoding=UTF8MB4", "characterEncoding=UTF-8"),
                of("jdbc:mysql://u:s3cr3t@h/db?charset=latin1", "characterEncoding=windows-1252"),
                of("jdbc:mysql://u:s3cr3t@h/db?charset=klingon", "characterEncoding"),
                of("mariadb://u:s3cr3t@h/db?charset=latin1", "utf8mb4", "mysql://"),
                of("postgresql://u:s3cr3t@h/db?client_encoding=latin1", "UTF8"),
                of("mysql://u:s3cr3t@h/db?use_unicode=0", "Unicode"),
                of("mysql://u:s3cr3t@h/db?unix_socket=/tmp/s", "unix_socket", "host and port"),
                of("mysql://u:s3cr3t@h/db?ssl_ca=/ca.pem", "ssl_ca", "trustCertificateKeyStoreUrl"),
                of("mysql://u:s3cr3t@h/db?ssl_mode=maybe", "ssl_mode", "VERIFY_CA"),
                of("mariadb://u:s3cr3t@h/db?ssl_mode=PREFERRED", "sslMode"),
                of("mysql://u:s3cr3t@h/db?ssl_disabled=perhaps", "ssl_disabled", "true or false"),
                of("mysql://u:s3cr3t@h/db?connect_timeout=ten", "connect_timeout", "seconds"),
                of("mysql://u:s3cr3t@h/db?connect_timeout=2147484", "connect_timeout", "seconds"),
                of("mysql://u:s3cr3t@h/db?connect_timeout=1&connectTimeout=1", "connectTimeout", "twice"),
                of("mysql://u:s3cr3t@h/db?write_timeout=1", "socketTimeout"),
                of("mysql://u:s3cr3t@h/db?autocommit=true", "autocommit", "session"),
                of("mysql://u:s3cr3t@h/db?init_command=SET+x", "new-connection-sql"),
                of("mysql://u:s3cr3t@h/db?sql_mode=A';DROP", "sql_mode"),
                of("mysql://u:s3cr3t@h/db?read_default_file=/x", "option files"),
                of("mysql://u:s3cr3t@h/db?unheard_of=1", "unheard_of", "no parameter"),
                of("mysql://u:s3cr3t@h/db?host=x", "host", "before the '?'"),
                of("postgresql://u:s3cr3t@h/db?connect_timeout=1.5", "seconds"),
                of("postgresql://u:s3cr3t@h/db?ssl=require", "sslmode"),
                of("postgresql://u:s3cr3t@h/db?target_session_attrs=read-only", "targetServerType"),
                of("postgresql://u:s3cr3t@h/db?prepared_statement_cache_size=0", "prepared_statement_cache_size"));
    }

    static Stream<Case> b6_passedOn() {
        return Stream.of(
                of("h2:///data/blog", "h2:file:"),
                of("h2://u:s3cr3t@h/db", "h2:tcp:"),
                of("h2:blog", "mem:name", "file:./path"),
                of("h2:", "mem:name"),
                of("h2:file:", "file:./path"),
                of("h2:u:s3cr3t@h/db", "mem:name"),
                of("h2:tcp://u:s3cr3t@h/db", ";USER="),
                of("jdbc:", "jdbc:mysql://"),
                of("jdbc:${X}", "jdbc:mysql://"),
                of("jdbc:mysql+pymysql://u:s3cr3t@h/db", "leave 'jdbc:' away"),
                of("jdbc:mariadb://u:s3cr3t@h/db", "leave 'jdbc:' away"),
                of("jdbc:postgresql://u:s3cr3t@h/db", "leave 'jdbc:' away"),
                of("jdbc:mysql://h/db?password=s3cr3t\u0000", "invisible"));
    }

    @ParameterizedTest
    @MethodSource({ "b1_schemes", "b1_parts", "b2_threeSlashes", "b3_parameters", "b6_passedOn" })
    void b2_wrongUrlIsAnsweredWithCorrectForm(Case expected) {
        DatabaseUrlException e = catchThrowableOfType(DatabaseUrlException.class, () -> DatabaseUrl.parse(expected.url()));

        assertThat(e).as("no exception").isNotNull();
        assertThat(e).hasMessageContainingAll(expected.words().toArray(CharSequence[]::new)).hasNoCause();
        assertThat(e.getMessage()).doesNotContain(SECRET).doesNotContain("\n");
        assertThatCode(() -> DatabaseUrl.kindOf(expected.url())).doesNotThrowAnyException();
    }

    /** Inserts, deletes or changes one to three characters outside the password; no message may contain it. */
    @Test
    void b1_errorNeverShowsThePassword() {
        String alphabet = "/?#@:%,;&=[] +$\"\n(){}x1";
        String[] urls = { "mysql+pymysql://user:~@host:3306/db?charset=utf8mb4", "jdbc:mysql://u:~@h:1/db?a=b",
                "postgresql://u:~@a,b:2/db?x=y", "mariadb://h/db?user=u&password=~&x=y", "h2:mem:x;USER=u;PASSWORD=~;A=B" };
        Random random = new Random(20);
        int failed = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder url = new StringBuilder(urls[random.nextInt(urls.length)]);
            for (int n = random.nextInt(3); n >= 0; n--) {
                int at = random.nextInt(url.length());
                // The parameter's name stays intact: without it the value is not recognisable as a password.
                if (at >= url.indexOf("~") - "PASSWORD=".length() && at <= url.indexOf("~")) {
                    continue;
                }
                if (random.nextBoolean()) {
                    url.insert(at, alphabet.charAt(random.nextInt(alphabet.length())));
                } else {
                    url.setCharAt(at, alphabet.charAt(random.nextInt(alphabet.length())));
                }
            }
            String text = url.toString().replace("~", SECRET);
            String shown;
            try {
                shown = DatabaseUrl.parse(text).masked();
            } catch (DatabaseUrlException e) {
                shown = e.getMessage();
                failed++;
            }
            assertThat(shown).as(text).doesNotContain(SECRET);
        }
        assertThat(failed).isBetween(5_000, 19_000);
    }
}
