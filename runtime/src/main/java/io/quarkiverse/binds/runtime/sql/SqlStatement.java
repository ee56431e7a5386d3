package io.quarkiverse.binds.runtime.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.persistence.NoResultException;
import jakarta.persistence.NonUniqueResultException;
import jakarta.persistence.PersistenceException;

import org.hibernate.query.NativeQuery;

import io.quarkiverse.binds.Sql;
import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.session.BindOperations;

/** An SQL statement on the connection of the transaction of the unit of work. */
final class SqlStatement implements Sql {

    private interface Run<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    private final BindOperations operations;
    private final String sql;
    private final Object[] parameters;

    SqlStatement(BindOperations operations, String sql, Object[] parameters) {
        this.operations = operations;
        this.sql = sql;
        this.parameters = parameters;
    }

    @Override
    public int update() {
        operations.flush();
        int count = run(statement -> {
            statement.execute();
            return Math.max(0, statement.getUpdateCount());
        });
        operations.changed(sql, count);
        return count;
    }

    @Override
    public List<Map<String, Object>> maps() {
        return query(Rows::maps);
    }

    @Override
    public <T> List<T> list(Class<T> type) {
        return list(type, Integer.MAX_VALUE);
    }

    private <T> List<T> list(Class<T> type, int limit) {
        if (operations.isEntity(type)) {
            NativeQuery<T> query = operations.session().createNativeQuery(sql, type);
            for (int i = 0; i < parameters.length; i++) {
                query.setParameter(i + 1, parameters[i]);
            }
            return (limit == Integer.MAX_VALUE ? query : query.setMaxResults(limit)).getResultList();
        }
        return query(rows -> Rows.list(rows, type, limit));
    }

    @Override
    public <T> Optional<T> first(Class<T> type) {
        return list(type, 1).stream().filter(Objects::nonNull).findFirst();
    }

    @Override
    public <T> T one(Class<T> type) {
        List<T> rows = list(type, 2);
        if (rows.isEmpty()) {
            throw new NoResultException("No row for: " + sql);
        }
        if (rows.size() > 1) {
            throw new NonUniqueResultException("More than one row for: " + sql);
        }
        return rows.get(0);
    }

    private <T> T query(RowReader<T> reader) {
        operations.flush();
        return run(statement -> {
            try (ResultSet rows = statement.executeQuery()) {
                return reader.read(rows);
            }
        });
    }

    private <T> T run(Run<T> run) {
        try (Connection connection = operations.connection(); PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return run.with(statement);
        } catch (SQLException e) {
            operations.markRollback();
            throw new PersistenceException(BindNames.displayFirst(operations.bind()) + ", [" + sql + "]: " + e.getMessage(), e);
        }
    }
}
