package io.quarkiverse.binds.runtime.pool;

import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;

/** Handles a login that failed because the server has no database of that name. */
interface UnknownDatabaseHandler {

    /** Handler that lets the error of the server pass. */
    UnknownDatabaseHandler REPORT = (driver, url, properties) -> false;

    /** @return whether the login should be tried again */
    boolean handle(Driver driver, String url, Properties properties) throws SQLException;
}
