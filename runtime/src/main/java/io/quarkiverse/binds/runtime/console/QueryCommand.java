package io.quarkiverse.binds.runtime.console;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.persistence.Tuple;

import org.hibernate.JDBCException;
import org.hibernate.Session;

import io.quarkiverse.binds.BindInfo;
import io.quarkiverse.binds.Binds;
import io.quarkiverse.binds.Databases;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.UnitOfWorkCallable;
import io.quarkiverse.binds.UnitOfWorkOptions;

/** Runs a query in a read-only unit of work and prints its rows. */
final class QueryCommand {

    /** SQLState of a write in a read-only transaction. */
    private static final String READ_ONLY = "25006";
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 1000;

    private final Binds binds;
    private final Db db;
    private final Databases databases;

    QueryCommand(Binds binds, Db db, Databases databases) {
        this.binds = binds;
        this.db = db;
        this.databases = databases;
    }

    String run(Map<String, String> parameters) {
        String query = parameters.get(ConsoleRecorder.QUERY);
        if (query == null || query.isBlank()) {
            throw new IllegalArgumentException("The query is missing: db query \"from Todo order by id\", or with --sql"
                    + " \"select * from todo\"");
        }
        boolean isSql = parameters.containsKey(ConsoleRecorder.SQL);
        String name = parameters.get(ConsoleRecorder.BIND);
        BindInfo bind = name == null ? BindChoice.of(binds, isSql ? "" : query) : BindChoice.named(binds, name);
        int limit = limit(parameters.get(ConsoleRecorder.LIMIT));
        UnitOfWorkCallable<String, RuntimeException> task = () -> {
            Session session = db.session(bind.name());
            return isSql ? sql(session, query, limit) : hql(session, query, limit);
        };
        return call(bind, parameters.get(ConsoleRecorder.DATABASE), task);
    }

    private static int limit(String text) {
        if (text == null) {
            return DEFAULT_LIMIT;
        }
        if (!text.matches("\\d{1,4}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MAX_LIMIT) {
            throw new IllegalArgumentException("--limit has to be a number from 1 to " + MAX_LIMIT);
        }
        return Integer.parseInt(text);
    }

    private String call(BindInfo bind, String database, UnitOfWorkCallable<String, RuntimeException> task) {
        UnitOfWorkOptions options = UnitOfWorkOptions.defaults().asReadOnly();
        try {
            return bind.dynamic() ? databases.of(bind.name()).call(named(bind, database), options, task)
                    : db.call(options, task);
        } catch (JDBCException e) {
            // the message of Hibernate has the statement, which the user has just typed
            throw READ_ONLY.equals(e.getSQLState())
                    ? new IllegalArgumentException("db query reads only: change rows by the code of the application")
                    : new IllegalStateException(e.getSQLException().getMessage(), e);
        }
    }

    private static String named(BindInfo bind, String database) {
        if (database == null) {
            throw new IllegalArgumentException("Bind '" + bind.name() + "' is dynamic: name a database by --database");
        }
        return database;
    }

    private static String hql(Session session, String query, int limit) {
        List<Tuple> rows = session.createSelectionQuery(query, Tuple.class).setMaxResults(limit + 1).getResultList();
        if (rows.isEmpty()) {
            return "0 rows";
        }
        RowValues values = RowValues.of(rows.get(0), session);
        TextTable table = new TextTable(values.header());
        rows.stream().limit(limit).forEach(row -> table.add(values.of(row)));
        return table.print() + count(rows.size(), limit);
    }

    private static String sql(Session session, String query, int limit) {
        return session.doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(query)) {
                statement.setMaxRows(limit + 1);
                try (ResultSet rows = statement.executeQuery()) {
                    return print(rows, limit);
                }
            }
        });
    }

    private static String print(ResultSet rows, int limit) throws SQLException {
        ResultSetMetaData columns = rows.getMetaData();
        List<String> header = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            header.add(columns.getColumnLabel(i));
        }
        TextTable table = new TextTable(header);
        int read = 0;
        while (rows.next() && ++read <= limit) {
            List<String> values = new ArrayList<>();
            for (int i = 1; i <= header.size(); i++) {
                values.add(String.valueOf(rows.getString(i)));
            }
            table.add(values);
        }
        return table.print() + count(read, limit);
    }

    /** @param read rows, one more than the limit if there are more */
    private static String count(int read, int limit) {
        int shown = Math.min(read, limit);
        return (shown == 1 ? "1 row" : shown + " rows")
                + (read > limit ? ", and there are more: raise --limit, or restrict the query" : "");
    }
}
