package io.quarkiverse.binds.runtime.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration;
import io.agroal.api.configuration.supplier.AgroalConnectionFactoryConfigurationSupplier;
import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkiverse.binds.test.databases.MySql;

/** The isolation of a new connection of MySQL is known without a command, whatever sets it. */
class LoginIsolationTest {

    private static final AgroalConnectionFactoryConfiguration OF_BIND = new AgroalConnectionFactoryConfigurationSupplier()
            .connectionProviderClass(BindDriver.class).get();
    private static final AgroalConnectionFactoryConfiguration OF_OTHER = new AgroalConnectionFactoryConfigurationSupplier()
            .get();

    private static String url;

    @BeforeAll
    static void createDatabase() {
        DatabaseServer server = MySql.shared();
        url = server.jdbcUrl(server.uniqueDatabase("isolation")) + "?user=" + server.user() + "&password=" + server.password();
    }

    @ParameterizedTest
    @ValueSource(strings = { "READ-UNCOMMITTED", "READ-COMMITTED", "REPEATABLE-READ", "SERIALIZABLE" })
    void levelOfTheSessionIsKnownFromTheLogin(String level) throws SQLException {
        try (Connection connection = connect("&sessionVariables=transaction_isolation='" + level + "'")) {
            long before = commands(connection);

            int found = LoginIsolation.of(connection, OF_BIND);

            assertThat(commands(connection)).isEqualTo(before + 1); // the one that counts
            assertThat(found).isEqualTo(connection.getTransactionIsolation());
        }
    }

    /** The driver then keeps the level of the first connection to the server. */
    @Test
    void serverIsAskedIfTheDriverSharesItsVariables() throws SQLException {
        try (Connection connection = connect("&cacheServerConfiguration=true")) {
            long before = commands(connection);

            int found = LoginIsolation.of(connection, OF_BIND);

            assertThat(commands(connection)).isEqualTo(before + 2);
            assertThat(found).isEqualTo(connection.getTransactionIsolation());
        }
    }

    /** A native executable without binds of MySQL does not contain the class that knows the driver. */
    @Test
    void serverIsAskedForTheDatasourceThatIsNoBind() throws SQLException {
        try (Connection connection = connect("")) {
            long before = commands(connection);

            int found = LoginIsolation.of(connection, OF_OTHER);

            assertThat(commands(connection)).isEqualTo(before + 2);
            assertThat(found).isEqualTo(connection.getTransactionIsolation());
        }
    }

    private static Connection connect(String parameters) throws SQLException {
        return DriverManager.getConnection(url + parameters);
    }

    /** Number of commands that the session has sent. */
    private static long commands(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW SESSION STATUS LIKE 'Questions'")) {
            row.next();
            return row.getLong(2);
        }
    }
}
