package io.quarkiverse.binds.runtime.keyset;

import java.util.function.Function;

import jakarta.inject.Singleton;

import org.hibernate.query.SelectionQuery;

import io.quarkiverse.binds.CursorPagination;
import io.quarkiverse.binds.PageParams;
import io.quarkiverse.binds.runtime.pagination.PageRules;

/** Checks the parameters of a page by cursor and reads it. Thread-safe. */
@Singleton
public class CursorPaginator {

    private final PageRules rules;
    private final Cursors cursors;

    CursorPaginator(PageRules rules, Cursors cursors) {
        this.rules = rules;
        this.cursors = cursors;
    }

    public <T> CursorPagination<T> paginate(SelectionQuery<T> query, PageParams params) {
        rules.refuseNumbers(params);
        KeysetQuery<T> keyset = new KeysetQuery<>(query);
        KeysetPages<T> pages = new KeysetPages<>(keyset, cursors, rules.perPage(params));
        if (params.before() != null) {
            return pages.before(cursors.read(params.before(), keyset.context()), Function.identity());
        }
        return pages.after(params.after() == null ? null : cursors.read(params.after(), keyset.context()), Function.identity());
    }
}
