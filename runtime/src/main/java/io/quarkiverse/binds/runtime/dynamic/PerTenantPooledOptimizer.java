package io.quarkiverse.binds.runtime.dynamic;

import org.hibernate.id.enhanced.InitialValueAwareOptimizer;
import org.hibernate.id.enhanced.Optimizer;
import org.hibernate.id.enhanced.PooledOptimizer;

/**
 * The optimizer {@code pooled}, the default of Hibernate, for each database. Public, since Hibernate instantiates it by name.
 */
public final class PerTenantPooledOptimizer extends PerTenantOptimizer implements InitialValueAwareOptimizer {

    private final Class<?> returnClass;
    private final int incrementSize;
    private volatile long initialValue = -1;

    public PerTenantPooledOptimizer(Class<?> returnClass, int incrementSize) {
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
