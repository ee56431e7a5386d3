package io.quarkiverse.binds.runtime.dynamic;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.hibernate.cfg.MultiTenancySettings;
import org.jboss.logging.Logger;

import io.quarkiverse.binds.DatabaseSelector;
import io.quarkiverse.binds.Databases;
import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.session.UnitOfWorkExecutor;
import io.quarkus.arc.SyntheticCreationalContext;
import io.quarkus.hibernate.orm.runtime.integration.HibernateOrmIntegrationRuntimeInitListener;
import io.quarkus.hibernate.orm.runtime.tenant.TenantResolver;
import io.quarkus.runtime.annotations.Recorder;

/** Passes the names of the dynamic binds, known at build time, to objects of the run time. */
@Recorder
public class DynamicRecorder {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds");

    /**
     * Property that, set to false, makes Hibernate's schema tools read the current catalog from their connection. At the start
     * there is no connection, and without a catalog the tools would find tables of other databases of the server.
     */
    private static final String METADATA_DEFAULTS = "hibernate.temp.use_jdbc_metadata_defaults";

    public Function<SyntheticCreationalContext<Databases>, Databases> databases(Set<String> binds) {
        return context -> new DatabasesBean(context.getInjectedReference(DynamicBinds.class),
                context.getInjectedReference(UnitOfWorkExecutor.class), new TreeSet<>(binds));
    }

    /**
     * Logs that the application has no {@link DatabaseSelector}.
     *
     * @param byKey whether a bean injects {@link Databases}, whose methods take the key
     */
    public void withoutSelector(Set<String> binds, boolean byKey) {
        String all = binds.stream().sorted().map(BindNames::display).collect(Collectors.joining(", "));
        String selectorBean = "a bean that implements " + DatabaseSelector.class.getName()
                + " and returns the key of the database"
                + " that a request is for";
        if (byKey) {
            LOG.infof("There is no DatabaseSelector bean for %s: use databases.run(key, ...) or databases.call(key, ...). To"
                    + " select the database of a request, write %s", all, selectorBean);
        } else {
            LOG.warnf("Every use of %s fails, because no database can be selected: there is no DatabaseSelector bean, and no"
                    + " bean injects Databases. Write %s, or inject Databases and run the work in databases.run(key, ...)", all,
                    selectorBean);
        }
    }

    public Supplier<TenantResolver> tenant(String bind) {
        return () -> new BindTenantResolver(bind);
    }

    public HibernateOrmIntegrationRuntimeInitListener connections(String bind) {
        return properties -> {
            properties.accept(MultiTenancySettings.MULTI_TENANT_CONNECTION_PROVIDER,
                    new BindMultiTenantConnectionProvider(bind));
            properties.accept(METADATA_DEFAULTS, Boolean.FALSE.toString());
        };
    }
}
