package io.quarkiverse.binds.runtime.pool;

import java.sql.SQLException;

import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ExceptionSorter;
import io.quarkiverse.binds.runtime.masking.ExceptionMask;

/**
 * The sorter for the kind of database of a bind with sensitive columns, in the configuration of which all pools of the bind
 * are made; each gets its mask from there.
 *
 * @param drivers null if the kind has none
 */
record MaskedBindSorter(ExceptionSorter drivers, ExceptionMask mask) implements ExceptionSorter {

    @Override
    public boolean isFatal(SQLException e) {
        return drivers != null && drivers.isFatal(e);
    }
}
