package io.quarkiverse.binds.runtime.readonly;

import java.sql.SQLException;
import java.sql.SQLNonTransientException;
import java.sql.Wrapper;
import java.util.function.Supplier;

/** Refuses the operations that a read-only unit of work must not do. */
class StatementGuard {

    /** "Read only SQL transaction" of the SQL standard, as servers say it. */
    static final String SQL_STATE = "25006";

    private final Supplier<String> unitOfWork;
    private final SqlSyntax syntax;
    private final boolean serverRefuses;

    /**
     * @param serverRefuses whether the transaction is read-only for the server too
     */
    StatementGuard(Supplier<String> unitOfWork, SqlSyntax syntax, boolean serverRefuses) {
        this.unitOfWork = unitOfWork;
        this.syntax = syntax;
        this.serverRefuses = serverRefuses;
    }

    void check(String sql) throws SQLException {
        String write = StatementKind.write(sql, syntax);
        if (write != null) {
            refuse(write);
        }
    }

    /** @param operation with its article, as in {@code an UPDATE} */
    void refuse(String operation) throws SQLException {
        throw new SQLNonTransientException(
                "The unit of work of " + unitOfWork.get() + " is read-only and refuses " + operation
                        + ": begin it without readOnly",
                SQL_STATE);
    }

    <T> T unwrap(Wrapper wrapped, Class<T> target) throws SQLException {
        if (!serverRefuses) {
            refuse("unwrap(" + target.getSimpleName() + ".class), behind which its statements are not checked");
        }
        return wrapped.unwrap(target);
    }

    boolean isWrapperFor(Wrapper wrapped, Class<?> target) throws SQLException {
        return serverRefuses && wrapped.isWrapperFor(target);
    }
}
