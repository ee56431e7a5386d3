package io.quarkiverse.binds.runtime.pagination;

import java.util.List;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.hibernate.query.spi.DomainQueryExecutionContext;
import org.hibernate.query.sql.spi.NativeQueryImplementor;

/** Pages of native SQL. */
final class NativePages<T> implements PageSource<T> {

    private final NativeQuery<T> query;

    NativePages(NativeQuery<T> query) {
        this.query = query;
    }

    @Override
    public List<T> read(int first, int max) {
        return query.setFirstResult(first).setMaxResults(max).getResultList();
    }

    @Override
    public long count() {
        // not getQueryString(), which has a ? for each named parameter
        String sql = ((NativeQueryImplementor<T>) query).toMemento("count").getOriginalSqlString();
        String unordered = SqlOrder.removeFrom(sql);
        if (unordered.length() == sql.length()) {
            return query.getResultCount();
        }
        Session session = (Session) ((DomainQueryExecutionContext) query).getSession();
        NativeQuery<?> counting = session.createNativeQuery(unordered, Object.class);
        query.getSynchronizedQuerySpaces().forEach(counting::addSynchronizedQuerySpace);
        return QueryCopies.withParameters(query, counting).getResultCount();
    }
}
