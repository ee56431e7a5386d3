package io.quarkiverse.binds.runtime.pagination;

import java.util.List;
import java.util.function.Consumer;

import jakarta.persistence.criteria.Selection;

import org.hibernate.LockOptions;
import org.hibernate.graph.spi.AppliedGraph;
import org.hibernate.graph.spi.RootGraphImplementor;
import org.hibernate.query.ParameterMetadata;
import org.hibernate.query.QueryParameter;
import org.hibernate.query.SelectionQuery;
import org.hibernate.query.spi.DomainQueryExecutionContext;
import org.hibernate.query.spi.MutableQueryOptions;
import org.hibernate.query.spi.QueryOptions;
import org.hibernate.query.spi.QueryParameterBinding;
import org.hibernate.query.spi.SqmQuery;
import org.hibernate.query.sqm.tree.select.SqmSelectClause;
import org.hibernate.query.sqm.tree.select.SqmSelectStatement;
import org.hibernate.query.sqm.tree.select.SqmSelectableNode;
import org.hibernate.query.sqm.tree.select.SqmSelection;

/** Gives the values of a query's parameters to a query that was derived from it. */
public final class QueryCopies {

    private QueryCopies() {
    }

    /** @param derived has the same parameters, or some of them */
    public static <T> SelectionQuery<T> withParameters(SelectionQuery<?> original, SelectionQuery<T> derived) {
        ((DomainQueryExecutionContext) original).getQueryParameterBindings().visitBindings((parameter, binding) -> {
            QueryParameter<?> same = find(derived.getParameterMetadata(), parameter);
            if (same != null && binding.isBound()) {
                copy(binding, same, derived);
            }
        });
        return derived;
    }

    /**
     * Gives the options of a query to one that was derived from it, but not its limits, graph,
     * transformers and fetch profiles.
     */
    public static void withOptions(QueryOptions original, SelectionQuery<?> derived) {
        MutableQueryOptions options = (MutableQueryOptions) ((SqmQuery<?>) derived).getQueryOptions();
        LockOptions locks = original.getLockOptions();
        if (locks != null && !locks.isEmpty()) {
            options.getLockOptions().overlay(locks);
        }
        set(original.getTimeout(), derived::setTimeout);
        set(original.getFlushMode(), options::setFlushMode);
        set(original.isReadOnly(), derived::setReadOnly);
        set(original.getFetchSize(), derived::setFetchSize);
        set(original.getComment(), derived::setComment);
        set(original.isResultCachingEnabled(), derived::setCacheable);
        set(original.getResultCacheRegionName(), derived::setCacheRegion);
        set(original.getCacheRetrieveMode(), derived::setCacheRetrieveMode);
        set(original.getCacheStoreMode(), derived::setCacheStoreMode);
        original.getDatabaseHints().forEach(options::addDatabaseHint);
    }

    /** Gives the entity graph of a query, if it has one, to a query that was derived from it. */
    public static void withGraph(QueryOptions original, SelectionQuery<?> derived) {
        AppliedGraph graph = original.getAppliedGraph();
        if (graph != null && graph.getGraph() != null) {
            ((MutableQueryOptions) ((SqmQuery<?>) derived).getQueryOptions())
                    .applyGraph((RootGraphImplementor<?>) graph.getGraph(), graph.getSemantic());
        }
    }

    /** Selects values one by one: Hibernate's cache of query plans does not find an array of them again. */
    public static void select(SqmSelectStatement<Object[]> statement, List<? extends Selection<?>> values) {
        SqmSelectClause select = new SqmSelectClause(statement.getQuerySpec().isDistinct(), statement.nodeBuilder());
        values.forEach(value -> select.add(
                new SqmSelection<>((SqmSelectableNode<?>) value, value.getAlias(), statement.nodeBuilder())));
        statement.getQuerySpec().setSelectClause(select);
    }

    private static <V> void set(V value, Consumer<V> setter) {
        if (value != null) {
            setter.accept(value);
        }
    }

    /** A parameter by name or position; one of a criteria query without both is the same object in its copies. */
    private static QueryParameter<?> find(ParameterMetadata metadata, QueryParameter<?> original) {
        if (original.getName() != null) {
            return metadata.findQueryParameter(original.getName());
        }
        if (original.getPosition() != null) {
            return metadata.findQueryParameter(original.getPosition());
        }
        return metadata.containsReference(original) ? original : null;
    }

    @SuppressWarnings("unchecked")
    private static <P> void copy(QueryParameterBinding<P> binding, QueryParameter<?> parameter, SelectionQuery<?> derived) {
        if (binding.isMultiValued()) {
            derived.setParameterList((QueryParameter<P>) parameter, binding.getBindValues());
        } else {
            derived.setParameter((QueryParameter<P>) parameter, (P) binding.getBindValue());
        }
    }
}
