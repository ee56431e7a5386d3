package io.quarkiverse.binds.test.observability;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.hibernate.Session;
import org.hibernate.StatelessSession;

import io.quarkiverse.binds.Db;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Sends statements by each API. */
@ApplicationScoped
public class Statements {

    @Inject
    Db db;

    @Inject
    Session session;

    @Inject
    StatelessSession stateless;

    @Inject
    DataSource dataSource;

    void bySession() {
        session.createQuery("from Author where name = 'session'", Author.class).getResultList();
    }

    void byStatelessSession() {
        stateless.createQuery("from Author where name = 'stateless'", Author.class).getResultList();
    }

    void byPanache() {
        Author.list("name", "panache");
    }

    void bySql() {
        db.bind("<default>").sql("select name from author where name = ?", "sql").list(String.class);
    }

    void byStatement() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select 'statement'")) {
            rows.next();
        }
    }

    void byPreparedStatement() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("select ? union all select ?")) {
            statement.setString(1, "prepared");
            statement.setInt(2, 7);
            if (statement.execute()) {
                try (ResultSet rows = statement.getResultSet()) {
                    while (rows.next()) {
                        rows.getString(1);
                    }
                }
            }
        }
    }

    void byCall() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareCall("{call no_such_procedure(?)}")) {
            statement.setInt(1, 1);
            statement.execute();
        }
    }

    void byBatch() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("update author set name = ? where id = ?")) {
            for (int i = 0; i < 3; i++) {
                statement.setString(1, "batch" + i);
                statement.setLong(2, -1 - i);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    @Transactional(TxType.REQUIRES_NEW)
    void inNewTransaction() {
        Author.count("name", "requires new");
    }

    void inProgrammaticTransaction() {
        QuarkusTransaction.requiringNew().run(() -> Author.count("name", "programmatic"));
    }
}
