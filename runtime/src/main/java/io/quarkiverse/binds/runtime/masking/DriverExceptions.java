package io.quarkiverse.binds.runtime.masking;

import java.sql.SQLException;
import java.util.Map;

/**
 * The exceptions of one driver.
 * <p>
 * An implementation that links to its driver, which may be absent, is referred to by its name only and instantiated for an
 * exception of that driver: see {@code ServerStatusFlags}.
 */
interface DriverExceptions {

    /** The classes of the drivers' exceptions begin with the key; PoolProcessor registers the classes in the values. */
    Map<String, String> IMPLEMENTATIONS = Map.of(
            "org.postgresql.", "PostgreSqlExceptions",
            "org.h2.", "H2Exceptions");

    /** Whether the text of an exception, without those of its causes, can show a value of the columns. */
    boolean shows(SQLException e, ColumnNames columns);

    /** Makes an exception of the same kind with a masked text. */
    SQLException copy(SQLException e, ColumnNames columns, Throwable cause);

    /** The implementation for the driver that has thrown an exception. */
    static DriverExceptions of(SQLException e) {
        String type = e.getClass().getName();
        for (Map.Entry<String, String> implementation : IMPLEMENTATIONS.entrySet()) {
            // the exceptions of batches are ordinary ones, also if the driver has a class for them
            if (type.startsWith(implementation.getKey()) && !(e instanceof java.sql.BatchUpdateException)) {
                return make(implementation.getValue());
            }
        }
        return new JdbcExceptions();
    }

    private static DriverExceptions make(String name) {
        try {
            return (DriverExceptions) Class.forName(DriverExceptions.class.getPackageName() + "." + name)
                    .getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
