package io.quarkiverse.binds.runtime.masking;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;

import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.dialect.MariaDBDialect;
import org.hibernate.dialect.MySQLDialect;
import org.hibernate.dialect.PostgreSQLDialect;

import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkiverse.binds.test.databases.MariaDb;
import io.quarkiverse.binds.test.databases.MySql;
import io.quarkiverse.binds.test.databases.PostgreSql;

/** The servers, each with a table of sensitive columns. */
enum Server {

    H2,
    MYSQL,
    MARIADB,
    POSTGRESQL;

    /** A connection to a new database with one row. */
    Connection connect(String... properties) throws SQLException {
        Properties driver = new Properties();
        for (int i = 0; i < properties.length; i += 2) {
            driver.put(properties[i], properties[i + 1]);
        }
        Connection connection;
        if (this == H2) {
            connection = DriverManager.getConnection("jdbc:h2:mem:", driver);
        } else {
            DatabaseServer server = this == MYSQL ? MySql.shared() : this == MARIADB ? MariaDb.shared() : PostgreSql.shared();
            driver.put("user", server.user());
            driver.put("password", server.password());
            connection = DriverManager.getConnection(server.jdbcUrl(server.uniqueDatabase("masking")), driver);
        }
        run(connection, "create table account (id int primary key, iban varchar(30) unique, pin int unique, born date unique,"
                + " bin " + (this == POSTGRESQL ? "bytea" : "varbinary(20)") + " unique, amount decimal(5, 2) unique,"
                + " name varchar(10), place varchar(20), city varchar(20), constraint home unique (city, place),"
                + " constraint positive check (pin > 0))");
        run(connection, "create table child (id int primary key, iban varchar(30), age int,"
                + " constraint parent foreign key (iban) references account (iban))");
        return connection;
    }

    Dialect dialect() {
        return switch (this) {
            case H2 -> new H2Dialect();
            case MYSQL -> new MySQLDialect();
            case MARIADB -> new MariaDBDialect();
            case POSTGRESQL -> new PostgreSQLDialect();
        };
    }

    /** A placeholder whose text the server has to read as another type. */
    String textAs(String type) {
        return this == POSTGRESQL ? "cast(cast(? as text) as " + type + ")" : "?";
    }

    static void run(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, parameters);
            if (statement.execute()) {
                try (ResultSet rows = statement.getResultSet()) {
                    while (rows.next()) {
                        rows.getObject(1);
                    }
                }
            }
        }
    }

    static void set(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i] instanceof byte[] bytes) {
                statement.setBytes(i + 1, bytes);
            } else {
                statement.setObject(i + 1, parameters[i]);
            }
        }
    }
}
