package io.quarkiverse.binds.runtime.dynamic;

import org.hibernate.id.enhanced.Optimizer;
import org.hibernate.id.enhanced.PooledLoOptimizer;

/** What Quarkus has by default, {@code pooled-lo}. Made by Hibernate, by its name. */
public final class PooledLoOfTenants extends OptimizerOfTenants {

    private final Class<?> returnClass;
    private final int incrementSize;

    public PooledLoOfTenants(Class<?> returnClass, int incrementSize) {
        this.returnClass = returnClass;
        this.incrementSize = incrementSize;
    }

    @Override
    Optimizer make() {
        return new PooledLoOptimizer(returnClass, incrementSize);
    }
}
