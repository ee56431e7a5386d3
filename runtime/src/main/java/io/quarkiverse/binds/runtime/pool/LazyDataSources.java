package io.quarkiverse.binds.runtime.pool;

import java.util.Map;

import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkus.agroal.runtime.AgroalDataSourceUtil;
import io.quarkus.datasource.common.runtime.DataSourceUtil;

/** Finds objects that are created together with a datasource, which Quarkus creates at its first use. */
public final class LazyDataSources {

    private LazyDataSources() {
    }

    /**
     * @param made the objects by bind, for the datasources created so far
     * @throws IllegalStateException if creating the datasource has created no such object
     */
    public static <T> T get(Map<String, T> made, String bind) {
        T found = made.get(bind);
        if (found == null) {
            AgroalDataSourceUtil.dataSourceInstance(bind).get().getConfiguration();
            found = made.get(bind);
        }
        if (found == null) {
            throw new IllegalStateException("The pool of " + BindNames.display(bind)
                    + " is not managed by Quarkus Binds: "
                    + DataSourceUtil.dataSourcePropertyKey(bind, "jdbc.driver") + " names a class that is no java.sql.Driver, "
                    + DataSourceUtil.dataSourcePropertyKey(bind, "jdbc.transactions") + " is 'disabled',"
                    + " or the bind is inactive");
        }
        return found;
    }
}
