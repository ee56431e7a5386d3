package io.quarkiverse.binds.runtime.masking;

import java.sql.BatchUpdateException;
import java.sql.DataTruncation;
import java.sql.SQLClientInfoException;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLNonTransientException;
import java.sql.SQLRecoverableException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransactionRollbackException;
import java.sql.SQLTransientConnectionException;
import java.sql.SQLTransientException;

/**
 * The exceptions of JDBC itself, which the drivers of MySQL and MariaDB throw; a class of theirs becomes its superclass.
 * Those of a batch are of this kind with each driver.
 */
final class JdbcExceptions implements DriverExceptions {

    @Override
    public boolean shows(SQLException e, ColumnNames columns) {
        return e.getMessage() != null && !text(e, columns).equals(e.getMessage());
    }

    private static String text(SQLException e, ColumnNames columns) {
        if (!(e instanceof BatchUpdateException batch)) {
            return MySqlTexts.mask(e, columns);
        }
        SQLException failed = failed(batch);
        String of = failed == null ? null : failed.getMessage();
        int at = of == null ? -1 : e.getMessage().indexOf(of);
        if (at < 0) {
            return MySqlTexts.mask(e, columns);
        }
        // PostgreSQL: "Batch entry 3 insert into t (a) values (('x')) was aborted: ERROR: ...", with values in any form
        DriverExceptions driver = DriverExceptions.of(failed);
        String masked = driver.shows(failed, columns) ? driver.copy(failed, columns, null).getMessage() : of;
        return PostgreSqlTexts.batchEntry(e.getMessage().substring(0, at)) + masked
                + e.getMessage().substring(at + of.length());
    }

    /** The exception of the first statement that has failed. */
    private static SQLException failed(BatchUpdateException batch) {
        return batch.getCause() instanceof SQLException cause ? cause : batch.getNextException();
    }

    @Override
    public SQLException copy(SQLException e, ColumnNames columns, Throwable cause) {
        String text = e.getMessage() == null ? null : text(e, columns);
        if (e instanceof BatchUpdateException batch) {
            return new BatchUpdateException(text, e.getSQLState(), e.getErrorCode(), batch.getLargeUpdateCounts(), cause);
        }
        if (e instanceof DataTruncation truncation) {
            return new MaskedDataTruncation(truncation, text, cause);
        }
        if (e instanceof SQLClientInfoException info) {
            return new SQLClientInfoException(text, e.getSQLState(), e.getErrorCode(), info.getFailedProperties(), cause);
        }
        if (e instanceof SQLNonTransientException) {
            return nonTransient(e, text, cause);
        }
        return e instanceof SQLTransientException ? transientOne(e, text, cause)
                : e instanceof SQLRecoverableException
                        ? new SQLRecoverableException(text, e.getSQLState(), e.getErrorCode(), cause)
                        : new SQLException(text, e.getSQLState(), e.getErrorCode(), cause);
    }

    private static SQLException nonTransient(SQLException e, String text, Throwable cause) {
        String state = e.getSQLState();
        int code = e.getErrorCode();
        if (e instanceof SQLIntegrityConstraintViolationException) {
            return new SQLIntegrityConstraintViolationException(text, state, code, cause);
        }
        if (e instanceof SQLDataException) {
            return new SQLDataException(text, state, code, cause);
        }
        if (e instanceof SQLSyntaxErrorException) {
            return new SQLSyntaxErrorException(text, state, code, cause);
        }
        if (e instanceof SQLFeatureNotSupportedException) {
            return new SQLFeatureNotSupportedException(text, state, code, cause);
        }
        if (e instanceof SQLInvalidAuthorizationSpecException) {
            return new SQLInvalidAuthorizationSpecException(text, state, code, cause);
        }
        return e instanceof SQLNonTransientConnectionException
                ? new SQLNonTransientConnectionException(text, state, code, cause)
                : new SQLNonTransientException(text, state, code, cause);
    }

    private static SQLException transientOne(SQLException e, String text, Throwable cause) {
        String state = e.getSQLState();
        int code = e.getErrorCode();
        if (e instanceof SQLTransactionRollbackException) {
            return new SQLTransactionRollbackException(text, state, code, cause);
        }
        if (e instanceof SQLTimeoutException) {
            return new SQLTimeoutException(text, state, code, cause);
        }
        return e instanceof SQLTransientConnectionException ? new SQLTransientConnectionException(text, state, code, cause)
                : new SQLTransientException(text, state, code, cause);
    }
}
