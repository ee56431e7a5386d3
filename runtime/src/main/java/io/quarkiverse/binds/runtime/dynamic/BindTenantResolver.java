package io.quarkiverse.binds.runtime.dynamic;

import io.quarkus.arc.Arc;
import io.quarkus.hibernate.orm.runtime.tenant.TenantResolver;

/** Resolves the database of sessions that Quarkus itself opens, outside of any unit of work. Thread-safe. */
final class BindTenantResolver implements TenantResolver {

    private final String bind;

    BindTenantResolver(String bind) {
        this.bind = bind;
    }

    @Override
    public String getDefaultTenantId() {
        return resolveTenantId();
    }

    @Override
    public String resolveTenantId() {
        return Arc.container().instance(DynamicDataSourceFactory.class).get().tenant(bind);
    }
}
