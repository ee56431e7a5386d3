package io.quarkiverse.binds.runtime.dynamic;

import io.quarkus.arc.Arc;
import io.quarkus.hibernate.orm.runtime.tenant.TenantResolver;

/** The database that Quarkus's own sessions of a dynamic bind are for, those of work that is of no unit. Thread-safe. */
final class ChosenTenant implements TenantResolver {

    private final String bind;

    ChosenTenant(String bind) {
        this.bind = bind;
    }

    @Override
    public String getDefaultTenantId() {
        return resolveTenantId();
    }

    @Override
    public String resolveTenantId() {
        DynamicBinds binds = Arc.container().instance(DynamicBinds.class).get();
        return binds.tenant(bind, binds.database(bind));
    }
}
