package io.quarkiverse.binds.runtime.keyset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

import io.quarkiverse.binds.CursorPagination;

/** A page between two positions. Public for JSON-B, which reads the properties of public classes only. */
public final class KeysetPage<S, T> implements CursorPagination<T> {

    private final KeysetPages<S> pages;
    private final List<KeyedRow<S>> rows;
    private final Position start;
    private final Position end;
    private final boolean hasPrev;
    private final boolean hasNext;
    private final Function<? super S, ? extends T> mapping;
    private final List<T> items;
    /** Cursors are made when they are asked for: a signature costs more than a row. */
    private String prev;
    private String next;

    /**
     * @param start position before which the page before this one ends; null if there are no rows at all
     * @param end position after which the page after this one begins; null if there are no rows at all
     */
    KeysetPage(KeysetPages<S> pages, List<KeyedRow<S>> rows, Position start, Position end, boolean hasPrev, boolean hasNext,
            Function<? super S, ? extends T> mapping) {
        this.pages = pages;
        this.rows = rows;
        this.start = start;
        this.end = end;
        this.hasPrev = hasPrev;
        this.hasNext = hasNext;
        this.mapping = mapping;
        List<T> mapped = new ArrayList<>(rows.size());
        for (KeyedRow<S> row : rows) {
            mapped.add(mapping.apply(row.item()));
        }
        this.items = Collections.unmodifiableList(mapped);
    }

    @Override
    public List<T> getItems() {
        return items;
    }

    @Override
    public int getPerPage() {
        return pages.perPage();
    }

    @Override
    public boolean getHasPrev() {
        return hasPrev;
    }

    @Override
    public String getPrevCursor() {
        if (hasPrev && prev == null) {
            prev = pages.cursor(start);
        }
        return prev;
    }

    @Override
    public boolean getHasNext() {
        return hasNext;
    }

    @Override
    public String getNextCursor() {
        if (hasNext && next == null) {
            next = pages.cursor(end);
        }
        return next;
    }

    @Override
    public CursorPagination<T> next() {
        return pages.after(end, mapping);
    }

    @Override
    public CursorPagination<T> prev() {
        return pages.before(start, mapping);
    }

    @Override
    public <R> CursorPagination<R> map(Function<? super T, ? extends R> further) {
        Function<? super S, ? extends R> both = item -> further.apply(mapping.apply(item));
        return new KeysetPage<S, R>(pages, rows, start, end, hasPrev, hasNext, both);
    }
}
