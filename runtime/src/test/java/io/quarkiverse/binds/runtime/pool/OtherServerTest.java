package io.quarkiverse.binds.runtime.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.util.Properties;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.binds.runtime.failure.NoConnectionException;
import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkiverse.binds.test.databases.MariaDb;
import io.quarkiverse.binds.test.databases.MySql;
import io.quarkiverse.binds.test.databases.PostgreSql;

/** M5: the errors of failed logins at real servers name the remedy. */
class OtherServerTest {

    private static final PoolName USERS = PoolName.ofBind("users");

    private static Properties login(DatabaseServer server) {
        return login(server.user(), server.password());
    }

    private static Properties login(String user, String password) {
        Properties login = new Properties();
        login.put("user", user);
        login.put("password", password);
        return login;
    }

    private static String url(String kind, DatabaseServer server, String database) {
        return "jdbc:" + kind + "://" + server.host() + ":" + server.port() + "/" + database;
    }

    @Test
    void mySqlUrlOfMariaDbServerIsAnsweredWithCorrectUrl() {
        DatabaseServer server = MariaDb.shared();
        FailoverConnector hosts = new FailoverConnector(USERS, "mysql", url("mysql", server, ""), true);

        assertThatExceptionOfType(NoConnectionException.class).isThrownBy(() -> hosts.connect(login(server)))
                .withMessageContainingAll("Bind 'users'", "the server is MariaDB", "write mariadb://", "db-kind=mariadb",
                        "quarkus-jdbc-mariadb");
    }

    @Test
    void mariaDbUrlOfMySqlServerIsAnsweredWithCorrectUrl() {
        DatabaseServer server = MySql.shared();
        FailoverConnector hosts = new FailoverConnector(USERS, "mariadb", url("mariadb", server, ""), true);
        Properties login = login(server);
        login.put("allowPublicKeyRetrieval", "true");

        assertThatExceptionOfType(NoConnectionException.class).isThrownBy(() -> hosts.connect(login))
                .withMessageContainingAll("Bind 'users'", "the server is MySQL", "write mysql://", "db-kind=mysql",
                        "quarkus-jdbc-mysql");
    }

    /** Uses a new user: the server has cached no hash of its password yet. */
    @Test
    void missingPublicKeyNamesBothRemedies() {
        DatabaseServer server = MySql.shared();
        server.execute("drop user if exists newcomer", "create user newcomer identified by 's3cr3t'");
        FailoverConnector hosts = new FailoverConnector(USERS, "mysql", url("mysql", server, "") + "?sslMode=DISABLED", true);

        assertThatExceptionOfType(NoConnectionException.class).isThrownBy(() -> hosts.connect(login("newcomer", "s3cr3t")))
                .withMessageContainingAll("sslMode=REQUIRED",
                        "quarkus.binds.users.driver-properties.allowPublicKeyRetrieval=true")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("s3cr3t"));
        server.execute("drop user newcomer");
    }

    private static DatabaseServer server(String kind) {
        return switch (kind) {
            case "mysql" -> MySql.shared();
            case "mariadb" -> MariaDb.shared();
            default -> PostgreSql.shared();
        };
    }

    @ParameterizedTest
    @ValueSource(strings = { "mysql", "mariadb", "postgresql" })
    void missingDatabaseNamesTheStatementToCreateIt(String kind) {
        DatabaseServer server = server(kind);
        FailoverConnector hosts = new FailoverConnector(USERS, kind, url(kind, server, "not_there"), true);

        assertThatExceptionOfType(NoConnectionException.class).isThrownBy(() -> hosts.connect(login(server)))
                .withMessageContainingAll("not_there", "CREATE DATABASE", "quarkus.binds.users.create-database=true");
    }

    @ParameterizedTest
    @ValueSource(strings = { "mysql", "mariadb", "postgresql" })
    void missingDatabaseIsCreatedByFirstConnection(String kind) throws Exception {
        DatabaseServer server = server(kind);
        String database = server.uniqueDatabase("made-by it");
        server.dropDatabase(database);
        String inUrl = kind.equals("mariadb") ? database : database.replace(" ", "%20");
        FailoverConnector hosts = new FailoverConnector(USERS, kind, url(kind, server, inUrl), true,
                new DatabaseCreation(USERS));

        Stream.generate(() -> login(server)).limit(8).parallel().forEach(login -> {
            try (Connection connection = hosts.connect(login)) {
                assertThat(connection.isValid(5)).isTrue();
                String now = kind.equals("postgresql") ? "select current_database()" : "select database()";
                try (var row = connection.createStatement().executeQuery(now)) {
                    row.next();
                    assertThat(row.getString(1)).isEqualTo(database);
                }
            } catch (java.sql.SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        server.dropDatabase(database);
    }
}
