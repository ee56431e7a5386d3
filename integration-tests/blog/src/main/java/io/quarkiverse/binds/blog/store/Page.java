package io.quarkiverse.binds.blog.store;

import java.util.List;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.hibernate.orm.panache.PanacheQuery;

/** One page of a list, as JSON shows it. */
public record Page<T>(List<T> items, int page, @JsonProperty("per_page") int perPage, long total, int pages) {

    /** Which page, counted from 1. */
    public record Wanted(int page, int perPage) {
    }

    static <E, T> Page<T> of(PanacheQuery<E> query, Wanted wanted, Function<E, T> view) {
        query.page(wanted.page() - 1, wanted.perPage());
        List<T> items = query.list().stream().map(view).toList();
        return new Page<>(items, wanted.page(), wanted.perPage(), query.count(), query.pageCount());
    }

    /** The same page of other views. */
    public <R> Page<R> map(Function<T, R> view) {
        return new Page<>(items.stream().map(view).toList(), page, perPage, total, pages);
    }
}
