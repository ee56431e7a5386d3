package io.quarkiverse.binds.runtime.pagination;

import java.util.List;

import org.hibernate.Session;
import org.hibernate.engine.spi.SessionLazyDelegator;
import org.hibernate.query.SelectionQuery;
import org.hibernate.query.sqm.spi.DelegatingSqmSelectionQueryImplementor;
import org.hibernate.query.sqm.spi.SqmSelectionQueryImplementor;
import org.hibernate.query.sqm.tree.select.SqmSelectStatement;

/**
 * A query that something else creates, limits and reads, as Panache does: if it fetches a collection, its page is read without
 * cutting it out in memory, and its count is that of the entities.
 */
final class CollectionFetchQuery<R> extends DelegatingSqmSelectionQueryImplementor<R> {

    private final SqmSelectionQueryImplementor<R> query;

    private CollectionFetchQuery(SqmSelectionQueryImplementor<R> query) {
        this.query = query;
    }

    /** A session whose queries are of this class. */
    static Session session(Session session) {
        return new SessionLazyDelegator(() -> session) {

            @Override
            public <R> SelectionQuery<R> createSelectionQuery(String hql, Class<R> result) {
                return of(session.createSelectionQuery(hql, result));
            }

            @Override
            public <R> SelectionQuery<R> createNamedSelectionQuery(String name, Class<R> result) {
                return of(session.createNamedSelectionQuery(name, result));
            }
        };
    }

    private static <R> SelectionQuery<R> of(SelectionQuery<R> query) {
        return query instanceof SqmSelectionQueryImplementor<R> sqm ? new CollectionFetchQuery<>(sqm) : query;
    }

    @Override
    protected SqmSelectionQueryImplementor<R> getDelegate() {
        return query;
    }

    @Override
    public List<R> getResultList() {
        return fetchesCollections() && query.getQueryOptions().hasLimit()
                ? new CollectionFetchPages<>(query).read(query.getFirstResult(), query.getMaxResults())
                : query.getResultList();
    }

    @Override
    public long getResultCount() {
        return fetchesCollections() ? new CollectionFetchPages<>(query).count() : ResultCount.of(query);
    }

    private boolean fetchesCollections() {
        return query.getSqmStatement() instanceof SqmSelectStatement<?> select
                && CollectionFetches.isIn(select, query.getQueryOptions());
    }
}
