package io.quarkiverse.binds.runtime.pool;

import io.agroal.api.AgroalDataSource;
import io.quarkiverse.binds.DatabaseUnavailableException;

/** Makes the datasource of a bind whose databases are opened on the fly. */
public interface DynamicDataSources {

    /**
     * @param bind the name of the bind
     * @param agroals what Quarkus made of its configuration, which leads nowhere
     * @param template makes the pools of its databases
     */
    AgroalDataSource make(String bind, AgroalDataSource agroals, PoolTemplate template);

    /**
     * Asks the server of the database that is chosen for the calling thread.
     *
     * @throws DatabaseUnavailableException if it does not answer
     */
    void ping(String bind);
}
