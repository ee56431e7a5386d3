package io.quarkiverse.binds.runtime.pool;

import io.agroal.api.AgroalDataSource;

/** A datasource whose statements are traced. */
public interface TracedDataSource extends AgroalDataSource {

    /** Traces the statements of another datasource in the same way, under another name. */
    AgroalDataSource traceToo(AgroalDataSource other, PoolName name);

    /**
     * Traces the statements of a datasource if those of the bind are traced.
     *
     * @param ofBind the datasource of the bind
     */
    static AgroalDataSource traceLike(AgroalDataSource ofBind, AgroalDataSource other, PoolName name) {
        return ofBind instanceof TracedDataSource traced ? traced.traceToo(other, name) : other;
    }
}
