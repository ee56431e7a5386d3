package org.acme.dynamic;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkiverse.binds.DatabaseAddress;
import io.quarkiverse.binds.DatabaseOptions;
import io.quarkiverse.binds.DatabaseSource;
import io.quarkiverse.binds.Db;

// tag::source[]
@ApplicationScoped
public class FromTable implements DatabaseSource {

    @Inject
    Db db;

    @Override
    public Optional<DatabaseAddress> find(String bind, String key) {
        Tenant tenant = db.call(() -> db.get(Tenant.class, key));
        return Optional.ofNullable(tenant).map(t -> DatabaseAddress.of(t.url,
                DatabaseOptions.defaults().credentialsProvider("tenants").poolSize(2).maxOverflow(2)));
    }
}
// end::source[]
