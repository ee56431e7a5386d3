package io.quarkiverse.binds.runtime.pool;

import java.util.Map;

import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkus.agroal.runtime.AgroalDataSourceUtil;

/** What exists since a datasource does, which Quarkus makes when it is first used. */
public final class MadeAtFirstUse {

    private MadeAtFirstUse() {
    }

    /**
     * @param made what there is for each bind once its datasource is made
     * @throws IllegalStateException if the datasource does not lead to it
     */
    public static <T> T get(Map<String, T> made, String bind) {
        T found = made.get(bind);
        if (found == null) {
            AgroalDataSourceUtil.dataSourceInstance(bind).get().getConfiguration();
            found = made.get(bind);
        }
        if (found == null) {
            throw new IllegalStateException("The pool of " + BindNames.display(bind)
                    + " is not this extension's: it has a JDBC driver of its own, or is switched off");
        }
        return found;
    }
}
