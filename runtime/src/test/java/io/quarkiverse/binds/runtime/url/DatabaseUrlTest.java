package io.quarkiverse.binds.runtime.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.binds.runtime.url.DatabaseUrl.Host;

/** Right URLs: rows B1 (SQLAlchemy URLs), B3 (charset), B5 ('$' in names), B6 (files) of the requirements. */
class DatabaseUrlTest {

    record Case(String url, String kind, String user, String password, String jdbcUrl, String masked) {
        @Override
        public String toString() {
            return url;
        }
    }

    static Case of(String url, String kind, String user, String password, String jdbcUrl, String masked) {
        return new Case(url, kind, user, password, jdbcUrl, masked);
    }

    /** Without credentials the masked URL equals the driver's URL. */
    static Case open(String url, String kind, String jdbcUrl) {
        return of(url, kind, null, null, jdbcUrl, jdbcUrl.substring("jdbc:".length()));
    }

    static Case asIs(String url, String kind, String masked) {
        return of(url, kind, null, null, url, masked);
    }

    static Stream<Case> b1_sqlAlchemyUrls() {
        return Stream.of(
                of("mysql://u:p%40ss@127.0.0.1:3307/app?charset=utf8mb4", "mysql", "u", "p@ss",
                        "jdbc:mysql://127.0.0.1:3307/app?characterEncoding=UTF-8",
                        "mysql://u:***@127.0.0.1:3307/app?characterEncoding=UTF-8"),
                of("mysql://blog:secret@localhost/blog", "mysql", "blog", "secret", "jdbc:mysql://localhost/blog",
                        "mysql://blog:***@localhost/blog"),
                of("mysql+mysqldb://u:pw@h/db", "mysql", "u", "pw", "jdbc:mysql://h/db", "mysql://u:***@h/db"),
                open("mysql+pymysql://h/db", "mysql", "jdbc:mysql://h/db"),
                open("mysql+mysqlconnector://h/db", "mysql", "jdbc:mysql://h/db"),
                open("mysql+asyncmy://h/db", "mysql", "jdbc:mysql://h/db"),
                open("mysql+aiomysql://h/db", "mysql", "jdbc:mysql://h/db"),
                open("mysql+cymysql://h/db", "mysql", "jdbc:mysql://h/db"),
                open("MySQL+PyMySQL://h/Db", "mysql", "jdbc:mysql://h/Db"),
                open("mariadb://h/db", "mariadb", "jdbc:mariadb://h/db"),
                open("mariadb+mariadbconnector://h/db", "mariadb", "jdbc:mariadb://h/db"),
                open("mariadb+pymysql://h/db", "mariadb", "jdbc:mariadb://h/db"),
                open("postgresql://h/db", "postgresql", "jdbc:postgresql://h/db"),
                open("postgres://h:5433/db", "postgresql", "jdbc:postgresql://h:5433/db"),
                open("postgresql+psycopg2://h/db", "postgresql", "jdbc:postgresql://h/db"),
                open("postgresql+asyncpg://h/db", "postgresql", "jdbc:postgresql://h/db"),
                open("postgres+psycopg://h/db", "postgresql", "jdbc:postgresql://h/db"),
                // user and password
                of("mysql://u@h/db", "mysql", "u", null, "jdbc:mysql://h/db", "mysql://u@h/db"),
                of("mysql://u:@h/db", "mysql", "u", "", "jdbc:mysql://h/db", "mysql://u:***@h/db"),
                open("mysql://@h/db", "mysql", "jdbc:mysql://h/db"),
                of("mysql://u:a@b@h/db", "mysql", "u", "a@b", "jdbc:mysql://h/db", "mysql://u:***@h/db"),
                of("mysql://u:a:b@h/db", "mysql", "u", "a:b", "jdbc:mysql://h/db", "mysql://u:***@h/db"),
                of("mysql://u:a+b@h/db", "mysql", "u", "a+b", "jdbc:mysql://h/db", "mysql://u:***@h/db"),
                of("mysql://u:a%2Fb%3Fc%23d%25@h/db", "mysql", "u", "a/b?c#d%", "jdbc:mysql://h/db", "mysql://u:***@h/db"),
                of("mysql://u:a b@h/db", "mysql", "u", "a b", "jdbc:mysql://h/db", "mysql://u:***@h/db"),
                of("mysql://u:p\u00e4ss%C3%A9@h/db", "mysql", "u", "p\u00e4ss\u00e9", "jdbc:mysql://h/db",
                        "mysql://u:***@h/db"),
                of("mysql://u%3Ax%40y:pw@h/db", "mysql", "u:x@y", "pw", "jdbc:mysql://h/db", "mysql://u%3Ax%40y:***@h/db"),
                of("mysql://h/db?user=u&password=p%2Bw", "mysql", "u", "p+w", "jdbc:mysql://h/db", "mysql://u:***@h/db"),
                of("mysql://u@h/db?passwd=pw", "mysql", "u", "pw", "jdbc:mysql://h/db", "mysql://u:***@h/db"),
                of("postgresql://u:pw@h/db?sslmode=require", "postgresql", "u", "pw", "jdbc:postgresql://h/db?sslmode=require",
                        "postgresql://u:***@h/db?sslmode=require"),
                // hosts and ports
                open("mysql://h", "mysql", "jdbc:mysql://h/"),
                open("mysql://h/", "mysql", "jdbc:mysql://h/"),
                open("postgresql://h", "postgresql", "jdbc:postgresql://h/"),
                open("mysql:///db", "mysql", "jdbc:mysql://localhost/db"),
                of("mysql://u:pw@/db", "mysql", "u", "pw", "jdbc:mysql://localhost/db", "mysql://u:***@localhost/db"),
                open("mysql://:3307/db", "mysql", "jdbc:mysql://localhost:3307/db"),
                open("mysql://a,b:3307,c/db", "mysql", "jdbc:mysql://a,b:3307,c/db"),
                open("mysql://[::1]/db", "mysql", "jdbc:mysql://[::1]/db"),
                open("mysql://[fe80::1]:3307,h/db", "mysql", "jdbc:mysql://[fe80::1]:3307,h/db"),
                open("mysql://my_db-1.example.com:1/db", "mysql", "jdbc:mysql://my_db-1.example.com:1/db"),
                open("mysql://h:65535/db", "mysql", "jdbc:mysql://h:65535/db"),
                // blanks and line ends around the URL
                open("  mysql://h/db\r\n", "mysql", "jdbc:mysql://h/db"));
    }

    static Stream<Case> b3_b5_namesAndParameters() {
        return Stream.of(
                open("mysql://h/bob$app", "mysql", "jdbc:mysql://h/bob$app"),
                open("mysql://h/a%20b", "mysql", "jdbc:mysql://h/a%20b"),
                open("mysql://h/a+b", "mysql", "jdbc:mysql://h/a%2Bb"),
                open("mysql://h/a%2Fb%3Fc", "mysql", "jdbc:mysql://h/a%2Fb%3Fc"),
                open("mysql://h/a%24%7Bb%7D", "mysql", "jdbc:mysql://h/a$%7Bb%7D"),
                open("mysql://h/d\u00e9j\u00e0", "mysql", "jdbc:mysql://h/d%C3%A9j%C3%A0"),
                of("mariadb://h/a%2Bb%20c%25", "mariadb", null, null, "jdbc:mariadb://h/a+b c%", "mariadb://h/a%2Bb%20c%25"),
                open("mariadb://h/bob$app", "mariadb", "jdbc:mariadb://h/bob$app"),
                open("postgresql://h/a%2Fb+c", "postgresql", "jdbc:postgresql://h/a%2Fb%2Bc"),
                // charset
                open("mysql://h/db?charset=latin1", "mysql", "jdbc:mysql://h/db?characterEncoding=windows-1252"),
                open("mysql://h/db?charset=UTF8", "mysql", "jdbc:mysql://h/db?characterEncoding=UTF-8"),
                open("mysql://h/db?charset=utf8&use_unicode=1", "mysql", "jdbc:mysql://h/db?characterEncoding=UTF-8"),
                open("mysql://h/db?charset=gbk", "mysql", "jdbc:mysql://h/db?characterEncoding=GBK"),
                open("mysql://h/db?characterEncoding=Cp1252", "mysql", "jdbc:mysql://h/db?characterEncoding=Cp1252"),
                open("mariadb://h/db?charset=utf8mb4", "mariadb", "jdbc:mariadb://h/db"),
                open("postgresql://h/db?client_encoding=utf8", "postgresql", "jdbc:postgresql://h/db"),
                open("postgresql://h/db?charset=UTF-8", "postgresql", "jdbc:postgresql://h/db"),
                // other names in Python drivers
                open("mysql://h/db?connect_timeout=10", "mysql", "jdbc:mysql://h/db?connectTimeout=10000"),
                open("mysql://h/db?connection_timeout=1.5", "mysql", "jdbc:mysql://h/db?connectTimeout=1500"),
                open("mariadb://h/db?read_timeout=30", "mariadb", "jdbc:mariadb://h/db?socketTimeout=30000"),
                open("mysql://h/db?ssl_disabled=true", "mysql", "jdbc:mysql://h/db?sslMode=DISABLED"),
                open("mysql://h/db?ssl_disabled=0", "mysql", "jdbc:mysql://h/db?sslMode=PREFERRED"),
                open("mysql://h/db?ssl_mode=verify_identity", "mysql", "jdbc:mysql://h/db?sslMode=VERIFY_IDENTITY"),
                open("mariadb://h/db?ssl_disabled=1", "mariadb", "jdbc:mariadb://h/db?sslMode=disable"),
                open("mariadb://h/db?ssl_mode=REQUIRED", "mariadb", "jdbc:mariadb://h/db?sslMode=trust"),
                open("mysql://h/db?local_infile=1", "mysql", "jdbc:mysql://h/db?allowLoadLocalInfile=true"),
                open("mariadb://h/db?local_infile=0", "mariadb", "jdbc:mariadb://h/db?allowLocalInfile=false"),
                open("mysql://h/db?compress=yes", "mysql", "jdbc:mysql://h/db?useCompression=true"),
                open("mysql://h/db?collation=utf8mb4_bin", "mysql", "jdbc:mysql://h/db?connectionCollation=utf8mb4_bin"),
                open("mysql://h/db?sql_mode=ANSI,TRADITIONAL", "mysql",
                        "jdbc:mysql://h/db?sessionVariables=sql_mode%3D%27ANSI%2CTRADITIONAL%27"),
                open("postgresql://h/db?connect_timeout=10&application_name=blog", "postgresql",
                        "jdbc:postgresql://h/db?connectTimeout=10&ApplicationName=blog"),
                open("postgresql://a,b/db?target_session_attrs=read-write&keepalives=1", "postgresql",
                        "jdbc:postgresql://a,b/db?targetServerType=primary&tcpKeepAlive=true"),
                open("postgresql://h/db?ssl=true", "postgresql", "jdbc:postgresql://h/db?ssl=true"),
                // parameters of the driver itself
                open("mysql://h?useSSL=false&&serverTimezone=GMT%2B8", "mysql",
                        "jdbc:mysql://h/?useSSL=false&serverTimezone=GMT%2B8"),
                open("mysql://h/db?a=x+y&b", "mysql", "jdbc:mysql://h/db?a=x%20y&b="),
                of("mysql://h/db?trustCertificateKeyStorePassword=s3cr3t&x=1", "mysql", null, null,
                        "jdbc:mysql://h/db?trustCertificateKeyStorePassword=s3cr3t&x=1",
                        "mysql://h/db?trustCertificateKeyStorePassword=***&x=1"));
    }

    static Stream<Case> b6_passedOn() {
        return Stream.of(
                of("h2:mem:blog;MODE=MySQL", "h2", null, null, "jdbc:h2:mem:blog;MODE=MySQL", "h2:mem:blog;MODE=MySQL"),
                open("h2:mem:", "h2", "jdbc:h2:mem:"),
                open("h2:file:./data/blog", "h2", "jdbc:h2:file:./data/blog"),
                open("h2:./data/blog", "h2", "jdbc:h2:./data/blog"),
                open("h2:~/blog", "h2", "jdbc:h2:~/blog"),
                open("h2:C:/data/blog", "h2", "jdbc:h2:C:/data/blog"),
                open("h2:tcp://localhost:9092/~/blog", "h2", "jdbc:h2:tcp://localhost:9092/~/blog"),
                of("h2:mem:x;USER=sa;PASSWORD=s3cr3t;MODE=MySQL", "h2", null, null,
                        "jdbc:h2:mem:x;USER=sa;PASSWORD=s3cr3t;MODE=MySQL", "h2:mem:x;USER=sa;PASSWORD=***;MODE=MySQL"),
                asIs("jdbc:mysql://h:3306/db?useSSL=false", "mysql", "jdbc:mysql://h:3306/db?useSSL=false"),
                asIs("jdbc:mysql:///db", "mysql", "jdbc:mysql:///db"),
                asIs("jdbc:mysql://u:s3cr3t@h/db", "mysql", "jdbc:mysql://u:***@h/db"),
                asIs("jdbc:mysql://h/db?user=u&password=s3cr3t&x=1", "mysql", "jdbc:mysql://h/db?user=u&password=***&x=1"),
                asIs("jdbc:mysql://address=(host=h)(port=1)(user=u)(password=s3cr3t)/db", "mysql",
                        "jdbc:mysql://address=(host=h)(port=1)(user=u)(password=***)/db"),
                asIs("jdbc:mysql://(host=h,user=u,password=s3cr3t,port=1)/db", "mysql",
                        "jdbc:mysql://(host=h,user=u,password=***,port=1)/db"),
                asIs("jdbc:mysql://h/db?charset=utf8mb4", "mysql", "jdbc:mysql://h/db?charset=utf8mb4"),
                asIs("jdbc:mysql://h/db?characterEncoding=latin1", "mysql", "jdbc:mysql://h/db?characterEncoding=latin1"),
                asIs("jdbc:mysql:loadbalance://a,b/db", "mysql", "jdbc:mysql:loadbalance://a,b/db"),
                asIs("jdbc:mysql+srv://h/db", "mysql", "jdbc:mysql+srv://h/db"),
                asIs("jdbc:mariadb:sequential://a,b/db", "mariadb", "jdbc:mariadb:sequential://a,b/db"),
                asIs("jdbc:postgresql:db", "postgresql", "jdbc:postgresql:db"),
                asIs("jdbc:h2:mem:x", "h2", "jdbc:h2:mem:x"),
                asIs("jdbc:oracle:thin:scott/s3cr3t@//h:1521/svc", "oracle", "jdbc:oracle:thin:scott/***@//h:1521/svc"),
                asIs("jdbc:oracle:thin:@//h:1521/svc", "oracle", "jdbc:oracle:thin:@//h:1521/svc"),
                asIs("jdbc:sqlserver://h:1433;databaseName=db;user=u;password={s3;cr3t};encrypt=true", "mssql",
                        "jdbc:sqlserver://h:1433;databaseName=db;user=u;password=***;encrypt=true"),
                asIs("jdbc:db2://h:50000/db:user=u;password=s3cr3t;", "db2", "jdbc:db2://h:50000/db:user=u;password=***;"),
                asIs("jdbc:derby:memory:x;create=true", "derby", "jdbc:derby:memory:x;create=true"),
                asIs("jdbc:unheard:of", null, "jdbc:unheard:of"),
                of("JDBC:mysql://h/db", "mysql", null, null, "jdbc:mysql://h/db", "jdbc:mysql://h/db"));
    }

    @ParameterizedTest
    @MethodSource({ "b1_sqlAlchemyUrls", "b3_b5_namesAndParameters", "b6_passedOn" })
    void b1_b3_b5_b6_urlIsParsedAndTranslated(Case expected) {
        DatabaseUrl url = DatabaseUrl.parse(expected.url());

        assertThat(url.kind()).isEqualTo(Optional.ofNullable(expected.kind()));
        assertThat(url.username()).isEqualTo(Optional.ofNullable(expected.user()));
        assertThat(url.password()).isEqualTo(Optional.ofNullable(expected.password()));
        assertThat(url.jdbcUrl()).isEqualTo(expected.jdbcUrl());
        assertThat(url.masked()).isEqualTo(expected.masked());
        assertThat(url).hasToString(expected.masked());
        assertThat(DatabaseUrl.kindOf(expected.url())).isEqualTo(Optional.ofNullable(expected.kind()));
    }

    @Test
    void b1_partsAreRead() {
        DatabaseUrl url = DatabaseUrl.parse("mysql://u:pw@a,b:3307,[::1]:1/x%2Fy?zeta=1&alpha=a+b%2B");

        assertThat(url.hosts()).containsExactly(new Host("a", OptionalInt.empty()), new Host("b", OptionalInt.of(3307)),
                new Host("::1", OptionalInt.of(1)));
        assertThat(url.hosts()).extracting(Host::toString).containsExactly("a", "b:3307", "[::1]:1");
        assertThat(url.database()).contains("x/y");
        assertThat(url.parameters().keySet()).containsExactly("zeta", "alpha");
        assertThat(url.parameters()).containsEntry("alpha", "a b+");
        assertThat(DatabaseUrl.parse("mysql://h").database()).isEmpty();
        assertThat(DatabaseUrl.parse("mysql:///db").hosts()).isEqualTo(List.of(new Host("localhost", OptionalInt.empty())));
        assertThat(DatabaseUrl.parse("jdbc:mysql://h/db?a=b").parameters()).isEqualTo(Map.of());
    }

    @Test
    void b1_urlIsImmutable() {
        DatabaseUrl url = DatabaseUrl.parse("mysql://h/db?a=b");

        assertThatThrownBy(() -> url.parameters().put("x", "y")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> url.hosts().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void b1_urlsOfOneConnectionAreEqual() {
        DatabaseUrl url = DatabaseUrl.parse("mysql://u:pw@h/db");

        assertThat(url).isEqualTo(DatabaseUrl.parse("mysql+pymysql://u:p%77@h/db"))
                .hasSameHashCodeAs(DatabaseUrl.parse("mysql+pymysql://u:p%77@h/db"));
        assertThat(url).isNotEqualTo(DatabaseUrl.parse("mysql://u:other@h/db"))
                .isNotEqualTo(DatabaseUrl.parse("mysql://v:pw@h/db"))
                .isNotEqualTo(DatabaseUrl.parse("mysql://u:pw@h/db2"))
                .isNotEqualTo(DatabaseUrl.parse("mariadb://u:pw@h/db"));
        assertThat(DatabaseUrl.parse("mysql://u:@h/db")).isNotEqualTo(DatabaseUrl.parse("mysql://u@h/db"));
    }

    /** At build time URLs are known in part only. */
    @ParameterizedTest
    @CsvSource(nullValues = "NULL", value = {
            "'mysql://${USER}:${PW}@h/db', mysql", "'mysql+${DRIVER}://h/db', mysql", "'mysql+pyodbc://h/db', mysql",
            "'  MARIADB://h', mariadb", "'postgres:', postgresql", "'h2:${X}', h2", "'jdbc:mysql:${X}', mysql",
            "'jdbc:sqlserver://h', mssql",
            "'${URL}', NULL", "'${URL:mysql://h/db}', NULL", "'jdbc:${X}', NULL", "'jdbc:mysql${X}://h', NULL",
            "'jdbc:', NULL", "'jdbc:postgres://h', NULL", "'mysql', NULL", "'', NULL", "NULL, NULL", "':', NULL",
            "'sqlite:///x', NULL", "'oracle://h', NULL", "'user:pw@h', NULL" })
    void b1_kindIsReadFromPartialUrl(String url, String kind) {
        assertThat(DatabaseUrl.kindOf(url)).isEqualTo(Optional.ofNullable(kind));
    }
}
