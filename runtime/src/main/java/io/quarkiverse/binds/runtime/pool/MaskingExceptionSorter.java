package io.quarkiverse.binds.runtime.pool;

import java.sql.SQLException;
import java.sql.SQLWarning;

import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ExceptionSorter;
import io.agroal.api.transaction.TransactionAware;
import io.quarkiverse.binds.runtime.masking.ExceptionMask;

/**
 * Throws the masked form of an exception that shows a value of a sensitive column. Agroal has no hook that replaces an
 * exception, but its wrappers of connections, statements and results ask the sorter in the catch of each call, before they
 * throw what the driver has thrown. So no statement is wrapped for the masking, and a call that succeeds costs nothing.
 * Thread-safe.
 */
final class MaskingExceptionSorter implements ExceptionSorter {

    private final ExceptionSorter sorter;
    private final ExceptionMask mask;
    private final ConnectionRegistry registry;

    /** @param sorter decides which errors end a connection */
    MaskingExceptionSorter(ExceptionSorter sorter, ExceptionMask mask, ConnectionRegistry registry) {
        this.sorter = sorter;
        this.mask = mask;
        this.registry = registry;
    }

    @Override
    public boolean isFatal(SQLException e) {
        boolean fatal = sorter.isFatal(e);
        SQLException masked = e instanceof SQLWarning ? e : mask.apply(e); // of a warning Agroal only asks, when it is returned
        if (masked == e) {
            return fatal;
        }
        if (fatal) {
            flush();
        }
        throw MaskingExceptionSorter.<RuntimeException> sneaky(masked);
    }

    /** Does what Agroal would do with the answer. */
    private void flush() {
        registry.leaseOfThisThread().map(Lease::acquired).ifPresent(handler -> ((TransactionAware) handler).setFlushOnly());
    }

    /** Each caller of the sorter declares the exception, but the sorter does not. */
    @SuppressWarnings("unchecked")
    private static <E extends Exception> E sneaky(SQLException e) throws E {
        throw (E) e;
    }
}
