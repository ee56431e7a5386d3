package io.quarkiverse.binds.runtime.pool;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

import io.agroal.api.AgroalDataSource;

/**
 * Replaces a datasource that Quarkus has made with that of the bind, as applications see it. Quarkus has no other hook there
 * but the one of OpenTelemetry, which wraps the datasource inside of this.
 */
@PoolOfBind
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class PoolOfBindInterceptor {

    private final BindPools pools;

    PoolOfBindInterceptor(BindPools pools) {
        this.pools = pools;
    }

    @AroundInvoke
    Object wrap(InvocationContext making) throws Exception {
        Object made = making.proceed();
        return made instanceof AgroalDataSource dataSource && making.getParameters()[0] instanceof String name
                ? pools.wrap(name, dataSource)
                : made;
    }
}
