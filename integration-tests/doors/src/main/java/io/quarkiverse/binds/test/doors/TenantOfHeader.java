package io.quarkiverse.binds.test.doors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.binds.DatabaseSelector;

/** Selects the tenant of a request by its header; other work names its tenant by program. */
@ApplicationScoped
public class TenantOfHeader implements DatabaseSelector {

    @Override
    public String select(String bind) {
        return "k0";
    }
}
