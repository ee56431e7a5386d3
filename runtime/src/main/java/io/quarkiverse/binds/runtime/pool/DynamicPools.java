package io.quarkiverse.binds.runtime.pool;

/** Makes the pools of a bind whose databases are opened on the fly. */
public interface DynamicPools {

    /** @param factory makes pools configured like the one that Quarkus has made for the bind, which never connects */
    BindPool make(PoolFactory factory);
}
