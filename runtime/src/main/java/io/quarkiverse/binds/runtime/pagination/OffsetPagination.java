package io.quarkiverse.binds.runtime.pagination;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

import io.quarkiverse.binds.Pagination;

/** A page that is read by its number. Public for JSON-B, which reads the properties of public classes only. */
public final class OffsetPagination<S, T> implements Pagination<T> {

    private final PageSource<S> source;
    private final Function<? super S, ? extends T> mapping;
    private final List<S> read;
    private final List<T> items;
    private final int page;
    private final int perPage;
    private final Long total;

    /** @param total null if the results are not counted */
    OffsetPagination(PageSource<S> source, Function<? super S, ? extends T> mapping, List<S> read, int page, int perPage,
            Long total) {
        this.source = source;
        this.mapping = mapping;
        this.read = read;
        List<T> mapped = new ArrayList<>(read.size());
        for (S result : read) {
            mapped.add(mapping.apply(result));
        }
        this.items = Collections.unmodifiableList(mapped); // a result may be null
        this.page = page;
        this.perPage = perPage;
        this.total = total;
    }

    /** Reads a page; no database counts further than to 2,147,483,647 results to leave out. */
    static <T> List<T> read(PageSource<T> source, int page, int perPage) {
        long first = (page - 1L) * perPage;
        return first > Integer.MAX_VALUE ? List.of() : source.read((int) first, perPage);
    }

    @Override
    public List<T> getItems() {
        return items;
    }

    @Override
    public int getPage() {
        return page;
    }

    @Override
    public int getPerPage() {
        return perPage;
    }

    @Override
    public Long getTotal() {
        return total;
    }

    @Override
    public int getPages() {
        return total == null ? 0 : (int) Math.min(Integer.MAX_VALUE, (total + perPage - 1) / perPage);
    }

    @Override
    public boolean getHasPrev() {
        return page > 1;
    }

    @Override
    public Integer getPrevNum() {
        return getHasPrev() ? page - 1 : null;
    }

    @Override
    public boolean getHasNext() {
        return page < getPages();
    }

    @Override
    public Integer getNextNum() {
        return getHasNext() ? page + 1 : null;
    }

    @Override
    public long getFirst() {
        return items.isEmpty() ? 0 : (page - 1L) * perPage + 1;
    }

    @Override
    public long getLast() {
        return items.isEmpty() ? 0 : getFirst() + items.size() - 1;
    }

    @Override
    public Pagination<T> next() {
        return at(page == Integer.MAX_VALUE ? page : page + 1);
    }

    @Override
    public Pagination<T> prev() {
        return at(Math.max(1, page - 1));
    }

    private Pagination<T> at(int other) {
        return new OffsetPagination<>(source, mapping, read(source, other, perPage), other, perPage, total);
    }

    @Override
    public <R> Pagination<R> map(Function<? super T, ? extends R> further) {
        Function<? super S, ? extends R> both = result -> further.apply(mapping.apply(result));
        return new OffsetPagination<S, R>(source, both, read, page, perPage, total);
    }
}
