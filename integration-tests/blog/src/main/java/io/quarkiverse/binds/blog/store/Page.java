package io.quarkiverse.binds.blog.store;

import java.util.List;
import java.util.function.Function;

import org.hibernate.query.SelectionQuery;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Page of a list, as JSON shows it. */
public record Page<T>(List<T> items, int page, @JsonProperty("per_page") int perPage, long total, int pages) {

    /** Requested page, counted from 1. */
    public record Wanted(int page, int perPage) {
    }

    static <E, T> Page<T> of(SelectionQuery<E> query, Wanted wanted, Function<E, T> view) {
        long total = query.getResultCount();
        List<T> items = query.setFirstResult((wanted.page() - 1) * wanted.perPage()).setMaxResults(wanted.perPage())
                .getResultStream().map(view).toList();
        return new Page<>(items, wanted.page(), wanted.perPage(), total,
                (int) ((total + wanted.perPage() - 1) / wanted.perPage()));
    }

    /** Maps the items to other views. */
    public <R> Page<R> map(Function<T, R> view) {
        return new Page<>(items.stream().map(view).toList(), page, perPage, total, pages);
    }
}
