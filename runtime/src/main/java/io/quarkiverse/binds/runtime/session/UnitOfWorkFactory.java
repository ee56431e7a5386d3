package io.quarkiverse.binds.runtime.session;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import io.quarkiverse.binds.CommitPolicy;
import io.quarkiverse.binds.Reads;
import io.quarkiverse.binds.SessionScope;
import io.quarkiverse.binds.UnitOfWorkOptions;
import io.quarkiverse.binds.runtime.changes.ChangeEvents;
import io.quarkiverse.binds.runtime.config.QueriesRuntimeConfig;
import io.quarkiverse.binds.runtime.config.SessionRuntimeConfig;
import io.quarkus.arc.All;
import io.quarkus.runtime.LaunchMode;

/** Makes units of work. Thread-safe. */
@Singleton
public class UnitOfWorkFactory {

    private final UnitOfWorkServices services;

    UnitOfWorkFactory(JtaTransactions transactions, PersistenceUnits persistenceUnits, DatabaseResolver databases,
            Instance<SessionScope> scope, Instance<ChangeEvents> changeEvents, SessionRuntimeConfig config,
            @All List<UnitOfWorkListener> listeners, QueriesRuntimeConfig queries) {
        if (scope.isAmbiguous()) {
            throw new IllegalStateException("There are several beans of the type " + SessionScope.class.getName()
                    + ", but at most one can select the sessions: remove the others, or make them unselected alternatives");
        }
        this.services = new UnitOfWorkServices(transactions, persistenceUnits, databases,
                scope.isResolvable() ? scope.get() : null, config.commit().orElse(CommitPolicy.EXPLICIT),
                config.retrySafeMethods(), changeEvents.isResolvable() ? changeEvents.get() : null,
                LaunchMode.current() == LaunchMode.DEVELOPMENT, UnitOfWorkListeners.of(listeners),
                new ConfiguredReads(config.reads().orElse(Reads.DEFAULT), scope.isResolvable(), persistenceUnits),
                QueryLogs.of(queries, persistenceUnits));
    }

    UnitOfWorkServices services() {
        return services;
    }

    /**
     * Creates the unit of work of a request; the caller has to end it.
     *
     * @param name for messages
     * @param commitListener receives each bind that the unit of work commits
     */
    public UnitOfWorkContext create(Supplier<String> name, Consumer<String> commitListener) {
        return create(UnitOfWorkOptions.defaults(), Map.of(), name, commitListener);
    }

    /** @param given the keys of databases, by dynamic bind, for which no selector is called */
    UnitOfWorkContext create(UnitOfWorkOptions options, Map<String, String> given, Supplier<String> name,
            Consumer<String> commitListener) {
        SelectedDatabases databases = new SelectedDatabases(services.databases, given);
        return new UnitOfWorkContext(services, new UnitOfWorkAttributes(services, name, options, databases, commitListener));
    }
}
