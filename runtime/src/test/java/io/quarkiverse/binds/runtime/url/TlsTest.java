package io.quarkiverse.binds.runtime.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkiverse.binds.test.databases.MariaDb;
import io.quarkiverse.binds.test.databases.MySql;
import io.quarkiverse.binds.test.databases.PostgreSql;

/** M3: a connection is encrypted as its URL demands, in any wording, or fails; on real servers with and without TLS. */
class TlsTest {

    private static DatabaseServer withoutTls;

    @BeforeAll
    static void startWithoutTls() {
        withoutTls = MySql.start("--tls-version=");
    }

    @AfterAll
    static void stop() {
        withoutTls.close();
    }

    private static Connection connect(DatabaseServer server, String scheme, String parameters) throws SQLException {
        DatabaseUrl url = DatabaseUrl.parse(
                scheme + "://" + server.user() + ":" + server.password() + "@" + server.host() + ":" + server.port() + "/"
                        + (scheme.equals("postgresql") ? "postgres" : "") + "?" + parameters);
        return DriverManager.getConnection(url.jdbcUrl(), url.username().orElseThrow(), url.password().orElseThrow());
    }

    private static String cipher(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show session status like 'Ssl_cipher'")) {
            row.next();
            return row.getString(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "sslMode=REQUIRED", "ssl_mode=REQUIRED", "ssl-mode=required", "sslmode=require", "SSLMODE=trust",
            "sslaccept=accept_invalid_certs", "tls=skip-verify", "usessl=true&requiressl=true" })
    void requiredEncryptionIsUsedOrConnectFails(String parameters) throws SQLException {
        try (Connection connection = connect(MySql.shared(), "mysql", parameters)) {
            assertThat(cipher(connection)).isNotEmpty();
        }
        assertThatThrownBy(() -> connect(withoutTls, "mysql", parameters + "&allowPublicKeyRetrieval=true"))
                .isInstanceOf(SQLException.class);
    }

    /** A self-signed certificate of the server proves nothing. */
    @ParameterizedTest
    @ValueSource(strings = { "sslMode=VERIFY_IDENTITY", "ssl_mode=VERIFY_CA", "sslmode=verify-full", "sslaccept=strict",
            "tls=true" })
    void selfSignedCertificateIsRefused(String parameters) {
        assertThatThrownBy(() -> connect(MySql.shared(), "mysql", parameters)).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> connect(withoutTls, "mysql", parameters + "&allowPublicKeyRetrieval=true"))
                .isInstanceOf(SQLException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = { "sslMode=DISABLED", "ssl-mode=disabled", "sslmode=disable", "tls=false", "ssl_disabled=true" })
    void disabledEncryptionIsNotUsed(String parameters) throws SQLException {
        try (Connection connection = connect(MySql.shared(), "mysql", parameters + "&allowPublicKeyRetrieval=true")) {
            assertThat(cipher(connection)).isEmpty();
        }
    }

    /** Neither server has a certificate by default. */
    @Test
    void mariaDbWithoutTlsIsRefused() throws SQLException {
        DatabaseServer server = MariaDb.shared();
        try (Connection connection = connect(server, "mariadb", "sslmode=disable")) {
            assertThat(cipher(connection)).isEmpty();
        }
        for (String parameters : new String[] { "sslMode=trust", "ssl-mode=REQUIRED", "sslmode=require", "tls=skip-verify" }) {
            assertThatThrownBy(() -> connect(server, "mariadb", parameters)).as(parameters).isInstanceOf(SQLException.class);
        }
    }

    @Test
    @EnabledIf("io.quarkiverse.binds.test.databases.PostgreSql#isThere")
    void postgreSqlWithoutTlsIsRefused() throws SQLException {
        DatabaseServer server = PostgreSql.shared();
        try (Connection connection = connect(server, "postgresql", "ssl-mode=disabled")) {
            assertThat(connection.isValid(5)).isTrue();
        }
        for (String parameters : new String[] { "sslmode=require", "ssl-mode=REQUIRED", "sslMode=verify-full" }) {
            assertThatThrownBy(() -> connect(server, "postgresql", parameters)).as(parameters).isInstanceOf(SQLException.class);
        }
    }
}
