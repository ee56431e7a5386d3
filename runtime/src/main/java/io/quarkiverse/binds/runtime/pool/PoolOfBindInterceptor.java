package io.quarkiverse.binds.runtime.pool;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

import io.agroal.api.AgroalDataSource;

/**
 * Where Quarkus makes a datasource, applications are given the bind's view of it. Quarkus has no hook there but the one of
 * OpenTelemetry, which has its place inside of this.
 */
@PoolOfBind
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class PoolOfBindInterceptor {

    private final Pools pools;

    PoolOfBindInterceptor(Pools pools) {
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
