package io.quarkiverse.binds.runtime.pagination;

import java.util.function.Supplier;

import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.query.SelectionQuery;
import org.hibernate.query.internal.DelegatingDomainQueryExecutionContext;
import org.hibernate.query.spi.DomainQueryExecutionContext;
import org.hibernate.query.spi.QueryInterpretationCache;
import org.hibernate.query.spi.QueryOptions;
import org.hibernate.query.spi.SelectQueryPlan;
import org.hibernate.query.spi.SqmQuery;
import org.hibernate.query.sqm.internal.ConcreteSqmSelectQueryPlan;
import org.hibernate.query.sqm.internal.DomainParameterXref;
import org.hibernate.query.sqm.internal.SqmQueryImpl;
import org.hibernate.query.sqm.internal.SqmSelectionQueryImpl;
import org.hibernate.query.sqm.spi.InterpretationsKeySource;
import org.hibernate.query.sqm.tree.select.SqmSelectStatement;
import org.hibernate.sql.results.spi.SingleResultConsumer;

/**
 * Counts the results of a query as {@link SelectionQuery#getResultCount} does, but translates the count of an HQL text to SQL
 * once, not at each call. The plan is in Hibernate's cache of query plans, under the conditions of the plan of the query
 * itself.
 */
final class ResultCount {

    private ResultCount() {
    }

    /**
     * The key of a plan.
     *
     * @param query the key of the query that is counted
     * @param ofEntities whether the count is that of the entities, without the collections that the query fetches
     */
    private record Key(QueryInterpretationCache.Key query, boolean ofEntities) implements QueryInterpretationCache.Key {

        @Override
        public QueryInterpretationCache.Key prepareForStore() {
            return new Key(query.prepareForStore(), ofEntities);
        }

        @Override
        public String getQueryString() {
            return query.getQueryString();
        }
    }

    static long of(SelectionQuery<?> query) {
        Long count = query instanceof SqmQuery<?> sqm && sqm.getSqmStatement() instanceof SqmSelectStatement<?> select
                ? kept(query, false, () -> select)
                : null;
        return count == null ? query.getResultCount() : count;
    }

    /**
     * Counts the entities of a query that fetches collections.
     *
     * @param withoutCollections makes a copy of the query's tree that has the same parameters
     * @return null if Hibernate would keep no plan of the query
     */
    static Long ofEntities(SelectionQuery<?> query, Supplier<SqmSelectStatement<?>> withoutCollections) {
        return kept(query, true, withoutCollections);
    }

    private static Long kept(SelectionQuery<?> query, boolean ofEntities, Supplier<SqmSelectStatement<?>> statement) {
        DomainParameterXref parameters = parameters(query);
        QueryInterpretationCache.Key key = parameters == null ? null
                : QueryInterpretationCache.createInterpretationsKey((InterpretationsKeySource) query);
        if (key == null || key.getQueryString() == null) { // a tree of the application may change after it was counted
            return null;
        }
        DomainQueryExecutionContext context = new Execution((DomainQueryExecutionContext) query);
        SharedSessionContractImplementor session = context.getSession();
        SelectQueryPlan<Long> plan = session.getFactory().getQueryEngine().getInterpretationCache()
                .resolveSelectQueryPlan(new Key(key, ofEntities), () -> new ConcreteSqmSelectQueryPlan<>(
                        statement.get().createCountQuery(), key.getQueryString(), parameters, Long.class, null,
                        QueryOptions.NONE));
        return plan.executeQuery(context, SingleResultConsumer.instance());
    }

    private static DomainParameterXref parameters(SelectionQuery<?> query) {
        if (query instanceof SqmSelectionQueryImpl<?> selection) {
            return selection.getDomainParameterXref();
        }
        return query instanceof SqmQueryImpl<?> any ? any.getDomainParameterXref() : null;
    }

    /** A count has no limit, lock or transformer of its query. */
    private static final class Execution extends DelegatingDomainQueryExecutionContext {

        private Execution(DomainQueryExecutionContext query) {
            super(query);
        }

        @Override
        public QueryOptions getQueryOptions() {
            return QueryOptions.NONE;
        }
    }
}
