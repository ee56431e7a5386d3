package io.quarkiverse.binds.runtime.pagination;

import java.util.List;

import io.quarkus.hibernate.orm.panache.PanacheQuery;

/** Pages of a query of Panache, which counts without the order of the query. */
final class PanachePages<T> implements PageSource<T> {

    private final PanacheQuery<T> query;

    PanachePages(PanacheQuery<T> query) {
        this.query = query;
    }

    @Override
    public List<T> read(int first, int max) {
        return query.range(first, (int) Math.min(Integer.MAX_VALUE - 1L, (long) first + max - 1)).list();
    }

    @Override
    public long count() {
        return query.count();
    }
}
