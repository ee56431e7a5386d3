package io.quarkiverse.binds.runtime.dynamic;

import org.hibernate.id.enhanced.InitialValueAwareOptimizer;
import org.hibernate.id.enhanced.Optimizer;
import org.hibernate.id.enhanced.PooledOptimizer;

/** What Hibernate has by default, {@code pooled}. Made by Hibernate, by its name. */
public final class PooledOfTenants extends OptimizerOfTenants implements InitialValueAwareOptimizer {

    private final Class<?> returnClass;
    private final int incrementSize;
    private volatile long initialValue = -1;

    public PooledOfTenants(Class<?> returnClass, int incrementSize) {
        this.returnClass = returnClass;
        this.incrementSize = incrementSize;
    }

    @Override
    public void injectInitialValue(long value) {
        initialValue = value;
    }

    @Override
    Optimizer make() {
        PooledOptimizer made = new PooledOptimizer(returnClass, incrementSize);
        made.injectInitialValue(initialValue);
        return made;
    }
}
