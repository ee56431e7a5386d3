package io.quarkiverse.binds.runtime.dynamic;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

import org.hibernate.cfg.MultiTenancySettings;

import io.quarkiverse.binds.Databases;
import io.quarkiverse.binds.runtime.session.UnitRunner;
import io.quarkus.arc.SyntheticCreationalContext;
import io.quarkus.hibernate.orm.runtime.integration.HibernateOrmIntegrationRuntimeInitListener;
import io.quarkus.hibernate.orm.runtime.tenant.TenantResolver;
import io.quarkus.runtime.annotations.Recorder;

/** Makes what is known at build only. */
@Recorder
public class DynamicRecorder {

    /**
     * Has the tools for schemas ask their connection where they are, since at the start there was none to ask: else they take
     * the
     * tables of other databases on the server for those of this one.
     */
    private static final String METADATA_DEFAULTS = "hibernate.temp.use_jdbc_metadata_defaults";

    public Function<SyntheticCreationalContext<Databases>, Databases> databases(Set<String> binds) {
        return context -> new DatabasesBean(context.getInjectedReference(DynamicBinds.class),
                context.getInjectedReference(UnitRunner.class), new TreeSet<>(binds));
    }

    public Supplier<TenantResolver> tenant(String bind) {
        return () -> new ChosenTenant(bind);
    }

    public HibernateOrmIntegrationRuntimeInitListener connections(String bind) {
        return properties -> {
            properties.accept(MultiTenancySettings.MULTI_TENANT_CONNECTION_PROVIDER, new TenantConnections(bind));
            properties.accept(METADATA_DEFAULTS, Boolean.FALSE.toString());
        };
    }
}
