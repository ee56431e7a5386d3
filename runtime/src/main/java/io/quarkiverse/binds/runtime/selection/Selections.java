package io.quarkiverse.binds.runtime.selection;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import org.hibernate.query.SelectionQuery;
import org.hibernate.query.spi.DomainQueryExecutionContext;
import org.hibernate.query.spi.SqmQuery;

import io.quarkiverse.binds.InvalidTokenException;
import io.quarkiverse.binds.Selection;
import io.quarkiverse.binds.runtime.config.PaginationRuntimeConfig;
import io.quarkiverse.binds.runtime.session.Sessions;
import io.quarkiverse.binds.runtime.session.UnitOfWorkDatabases;
import io.quarkiverse.binds.runtime.session.UnitOfWorkExecutor;
import io.quarkiverse.binds.runtime.token.SealedTokens;
import io.quarkiverse.binds.runtime.token.SignedTokens;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Makes selections, from queries and from tokens. Thread-safe. */
@Singleton
public class Selections {

    private final SelectionServices services;

    /** @param clock of the application, if it has one */
    Selections(Sessions sessions, UnitOfWorkDatabases databases, UnitOfWorkExecutor executor, SealedTokens sealed,
            SignedTokens signed, PaginationRuntimeConfig config, Instance<Clock> clock) {
        Duration ttl = config.selectionTtl();
        if (ttl.isNegative() || ttl.isZero()) {
            throw new ConfigurationException("quarkus.binds.pagination.selection-ttl must be more than 0, not " + ttl);
        }
        this.services = new SelectionServices(new SelectionUnits(sessions, databases, executor),
                new SelectionTokens(sealed, signed, clock.isResolvable() ? clock.get() : Clock.systemUTC()),
                new BoundAttribute(), ttl);
    }

    /** Creates this bean at the start, so that an unusable time is an error of the start. */
    void check(@Observes StartupEvent start) {
    }

    public <T> Selection<T> select(Class<T> entity, String hql, Object... values) {
        return select(new Definition<>(entity, services.units().target(entity), hql, Parameter.positional(values), null,
                ChosenIds.NONE));
    }

    public <T> Selection<T> select(SelectionQuery<T> query) {
        @SuppressWarnings("unchecked")
        Class<T> entity = (Class<T>) QueryShape.require(query).getQuerySpec().getRootList().get(0).getJavaType();
        QueryShape.requireNoFilters(query);
        Target target = services.units().target(entity);
        services.units().requireSame(target, ((DomainQueryExecutionContext) query).getSession());
        return select(new Definition<>(entity, target, ((SqmQuery<?>) query).getQueryString(),
                Parameters.of(query), null,
                ChosenIds.NONE));
    }

    private <T> Selection<T> select(Definition<T> definition) {
        services.units().read(definition, session -> {
            SelectionQuery<T> query = session.createSelectionQuery(definition.hql(), definition.entity());
            QueryShape.require(query);
            QueryShape.requireNoFilters(query);
            Parameters.requireKept(query, definition.parameters());
            Parameters.set(query, definition.parameters());
            Parameters.of(query);
            EntityKey.of(session, definition.entity());
            return null;
        });
        return BoundedSelection.of(services, definition);
    }

    public <T> Selection<T> open(Class<T> entity, String token) {
        SelectionTokens.Content<T> content = services.tokens().open(entity, services.units().target(entity), token);
        Definition<T> definition = content.definition();
        List<Parameter> resolved = services.units().read(definition, session -> {
            try {
                return Parameters.resolved(session.createSelectionQuery(definition.hql(), entity), definition.parameters());
            } catch (InvalidTokenException e) {
                throw e;
            } catch (RuntimeException e) {
                throw SelectionTokens.otherVersion(); // its entity has other attributes now
            }
        });
        Definition<T> complete = new Definition<>(entity, definition.target(), definition.hql(), resolved, definition.boundBy(),
                definition.ids());
        return BoundedSelection.of(services, new SelectionTokens.Content<>(complete, content.bound(), content.total()));
    }
}
