package io.quarkiverse.binds.runtime.keyset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** Pages of one query, of one size. */
final class KeysetPages<S> {

    private final KeysetQuery<S> query;
    private final Cursors cursors;
    private final int perPage;

    KeysetPages(KeysetQuery<S> query, Cursors cursors, int perPage) {
        this.query = query;
        this.cursors = cursors;
        this.perPage = perPage;
    }

    int perPage() {
        return perPage;
    }

    String cursor(Position position) {
        return cursors.write(position, query.context());
    }

    /** @param position null for the first page */
    <T> KeysetPage<S, T> after(Position position, Function<? super S, ? extends T> mapping) {
        List<KeyedRow<S>> rows = read(position, false);
        boolean more = rows.size() > perPage;
        List<KeyedRow<S>> page = more ? rows.subList(0, perPage) : rows;
        query.fetch(page);
        return page(page, start(page, turned(position)), end(page, position), position != null, more, mapping);
    }

    /** @param position null for the last page */
    <T> KeysetPage<S, T> before(Position position, Function<? super S, ? extends T> mapping) {
        List<KeyedRow<S>> rows = read(position, true);
        boolean more = rows.size() > perPage;
        List<KeyedRow<S>> page = new ArrayList<>(more ? rows.subList(0, perPage) : rows);
        Collections.reverse(page);
        query.fetch(page);
        return page(page, start(page, position), end(page, turned(position)), more, position != null, mapping);
    }

    private <T> KeysetPage<S, T> page(List<KeyedRow<S>> rows, Position start, Position end, boolean hasPrev, boolean hasNext,
            Function<? super S, ? extends T> mapping) {
        if (hasPrev) {
            cursors.check(start, query.context());
        }
        if (hasNext) {
            cursors.check(end, query.context());
        }
        return new KeysetPage<>(this, rows, start, end, hasPrev, hasNext, mapping);
    }

    /** One row more than the page has tells whether there is a page behind it. */
    private List<KeyedRow<S>> read(Position position, boolean backwards) {
        return query.read(position, backwards, Math.max(perPage, perPage + 1));
    }

    private static Position start(List<? extends KeyedRow<?>> page, Position ifEmpty) {
        return page.isEmpty() ? ifEmpty : new Position(page.get(0).key(), false);
    }

    private static Position end(List<? extends KeyedRow<?>> page, Position ifEmpty) {
        return page.isEmpty() ? ifEmpty : new Position(page.get(page.size() - 1).key(), false);
    }

    /** The place behind an empty page, from which the row of its cursor is reached again. */
    private static Position turned(Position position) {
        return position == null ? null : position.turned();
    }
}
