package io.quarkiverse.binds.test.session;

import java.sql.Connection;
import java.sql.SQLException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.agroal.api.AgroalDataSource;

/** JDBC outside of the unit of work of the caller. */
@ApplicationScoped
public class PlainJdbc {

    @Inject
    AgroalDataSource notes;

    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    @Transactional(TxType.NOT_SUPPORTED)
    <T> T withConnection(Work<T> work) throws SQLException {
        try (Connection connection = notes.getConnection()) {
            return work.on(connection);
        }
    }
}
