package io.quarkiverse.binds.runtime.masking;

import java.sql.SQLException;

import org.h2.jdbc.JdbcException;
import org.h2.message.DbException;

/** The exceptions of H2, which have the statement too. */
final class H2Exceptions implements DriverExceptions {

    @Override
    public boolean shows(SQLException e, ColumnNames columns) {
        if (!(e instanceof JdbcException jdbc)) {
            return false;
        }
        String text = jdbc.getOriginalMessage();
        String sql = jdbc.getSQL();
        return text != null && !H2Texts.mask(text, e.getErrorCode(), columns).equals(text)
                || sql != null && !Quotes.maskLiterals(sql).equals(sql);
    }

    @Override
    public SQLException copy(SQLException e, ColumnNames columns, Throwable cause) {
        JdbcException jdbc = (JdbcException) e;
        String text = jdbc.getOriginalMessage();
        String sql = jdbc.getSQL();
        return DbException.getJdbcSQLException(text == null ? null : H2Texts.mask(text, e.getErrorCode(), columns),
                sql == null ? null : Quotes.maskLiterals(sql), e.getSQLState(), e.getErrorCode(), cause, null);
    }
}
