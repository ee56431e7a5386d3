package io.quarkiverse.binds.runtime.pagination;

import java.util.List;

import org.hibernate.query.NativeQuery;
import org.hibernate.query.SelectionQuery;
import org.hibernate.query.spi.SqmQuery;
import org.hibernate.query.sqm.tree.select.SqmSelectStatement;

/** Pages of a query of Hibernate: HQL, criteria or native SQL. */
final class QueryPages<T> implements PageSource<T> {

    private final SelectionQuery<T> query;

    private QueryPages(SelectionQuery<T> query) {
        this.query = query;
    }

    static <T> PageSource<T> of(SelectionQuery<T> query) {
        if (query instanceof NativeQuery<T> sql) {
            return new NativePages<>(sql);
        }
        if (query instanceof SqmQuery<?> sqm && sqm.getSqmStatement() instanceof SqmSelectStatement<?> select
                && CollectionFetches.isIn(select, sqm.getQueryOptions())) {
            return new CollectionFetchPages<>(query);
        }
        return new QueryPages<>(query);
    }

    @Override
    public List<T> read(int first, int max) {
        int firstBefore = query.getFirstResult();
        int maxBefore = query.getMaxResults();
        try {
            return query.setFirstResult(first).setMaxResults(max).getResultList();
        } finally {
            query.setFirstResult(firstBefore).setMaxResults(maxBefore); // the application may go on with its query
        }
    }

    @Override
    public long count() {
        return ResultCount.of(query);
    }
}
