package io.quarkiverse.binds.runtime.pagination;

import java.util.List;

import io.quarkiverse.binds.runtime.session.UnitOfWorkSessions;
import io.quarkus.hibernate.orm.panache.PanacheQuery;

/**
 * Pages of a query of Panache, which counts without the order of the query. Panache keeps its query of Hibernate for itself,
 * but creates it with the session each time that it reads or counts.
 */
final class PanachePages<T> implements PageSource<T> {

    private final PanacheQuery<T> query;
    private final UnitOfWorkSessions sessions;

    PanachePages(PanacheQuery<T> query, UnitOfWorkSessions sessions) {
        this.query = query;
        this.sessions = sessions;
    }

    @Override
    public List<T> read(int first, int max) {
        int last = (int) Math.min(Integer.MAX_VALUE - 1L, (long) first + max - 1);
        return sessions.decorated(CollectionFetchQuery::session, () -> query.range(first, last).list());
    }

    @Override
    public long count() {
        return sessions.decorated(CollectionFetchQuery::session, query::count);
    }
}
