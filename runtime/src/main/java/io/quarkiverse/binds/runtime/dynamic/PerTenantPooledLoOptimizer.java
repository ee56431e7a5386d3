package io.quarkiverse.binds.runtime.dynamic;

import org.hibernate.id.enhanced.Optimizer;
import org.hibernate.id.enhanced.PooledLoOptimizer;

/**
 * The optimizer {@code pooled-lo}, the default of Quarkus, for each database. Public, since Hibernate instantiates it by name.
 */
public final class PerTenantPooledLoOptimizer extends PerTenantOptimizer {

    private final Class<?> returnClass;
    private final int incrementSize;

    public PerTenantPooledLoOptimizer(Class<?> returnClass, int incrementSize) {
        this.returnClass = returnClass;
        this.incrementSize = incrementSize;
    }

    @Override
    Optimizer make() {
        return new PooledLoOptimizer(returnClass, incrementSize);
    }
}
