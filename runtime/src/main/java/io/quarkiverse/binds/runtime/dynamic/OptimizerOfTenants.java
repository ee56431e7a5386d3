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
 * Ids out of ranges that are reserved in the database, for many databases. Hibernate's own optimizers tell tenants apart as
 * well,
 * but hold one lock for all of them while they reserve a range: one database that does not answer would keep the rows of all
 * others from being inserted. Here each has an optimizer of its own. Thread-safe.
 */
abstract class OptimizerOfTenants implements Optimizer {

    /** What is forgotten costs the rest of a range, no more: ids are skipped, and none is given twice. */
    private static final int REMEMBERED = 10_000;

    private static final String NO_TENANT = "";

    private final Map<String, Optimizer> byTenant = new ConcurrentHashMap<>();

    /** That of one database. */
    abstract Optimizer make();

    @Override
    public Serializable generate(AccessCallback callback) {
        String tenant = callback.getTenantIdentifier() == null ? NO_TENANT : callback.getTenantIdentifier();
        Optimizer own = byTenant.get(tenant);
        if (own == null) {
            if (byTenant.size() >= REMEMBERED) {
                byTenant.clear();
            }
            own = byTenant.computeIfAbsent(tenant, t -> make());
        }
        return own.generate(callback);
    }

    @Override
    public void reset() {
        byTenant.clear();
    }

    /** There is none that stands for all; Hibernate asks in its own tests only. */
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
