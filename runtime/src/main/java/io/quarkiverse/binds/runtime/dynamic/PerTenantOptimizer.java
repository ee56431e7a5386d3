package io.quarkiverse.binds.runtime.dynamic;

import java.io.Serializable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.id.IntegralDataTypeHolder;
import org.hibernate.id.enhanced.AccessCallback;
import org.hibernate.id.enhanced.Optimizer;
import org.hibernate.sql.ast.tree.expression.Expression;

/**
 * Allocates ids from ranges that are reserved in the database, with one optimizer for each database. Hibernate's own optimizers
 * also separate tenants, but hold one lock for all of them while they reserve a range: one database that does not answer would
 * block inserts into all others. Thread-safe.
 */
abstract class PerTenantOptimizer implements Optimizer {

    /** Maximum of optimizers: with more, all are dropped, which only skips the rest of their ranges: no id is used twice. */
    private static final int MAX_OPTIMIZERS = 10_000;

    private static final String NO_TENANT = "";

    private final Map<String, Optimizer> byTenant = new ConcurrentHashMap<>();

    /** Makes the optimizer of one database. */
    abstract Optimizer make();

    @Override
    public Serializable generate(AccessCallback callback) {
        String tenant = callback.getTenantIdentifier() == null ? NO_TENANT : callback.getTenantIdentifier();
        Optimizer optimizer = byTenant.get(tenant);
        if (optimizer == null) {
            if (byTenant.size() >= MAX_OPTIMIZERS) {
                byTenant.clear();
            }
            optimizer = byTenant.computeIfAbsent(tenant, t -> make());
        }
        return optimizer.generate(callback);
    }

    @Override
    public void reset() {
        byTenant.clear();
    }

    /** Always null, as there is one value for each database; only tests of Hibernate call it. */
    @Override
    public IntegralDataTypeHolder getLastSourceValue() {
        return null;
    }

    @Override
    public int getIncrementSize() {
        return make().getIncrementSize();
    }

    @Override
    public boolean applyIncrementSizeToSourceValues() {
        return make().applyIncrementSizeToSourceValues();
    }

    @Override
    public Expression createLowValueExpression(Expression databaseValue, SessionFactoryImplementor factory) {
        return make().createLowValueExpression(databaseValue, factory);
    }

    @Override
    public int getAdjustment() {
        return make().getAdjustment();
    }
}
