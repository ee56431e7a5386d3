package io.quarkiverse.binds.runtime.pool;

import java.sql.SQLException;

/** A replica lacks commits of this process, or it cannot be found out whether it has them. */
final class ReplicaBehindException extends SQLException {

    private static final long serialVersionUID = 1L;

    ReplicaBehindException(String reason) {
        super(reason);
    }
}
