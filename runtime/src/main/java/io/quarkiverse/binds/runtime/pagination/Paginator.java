package io.quarkiverse.binds.runtime.pagination;

import java.util.List;
import java.util.function.Function;

import jakarta.inject.Singleton;

import org.hibernate.query.SelectionQuery;

import io.quarkiverse.binds.PageParams;
import io.quarkiverse.binds.Pagination;
import io.quarkiverse.binds.runtime.session.NotFoundExceptionFactory;
import io.quarkiverse.binds.runtime.session.UnitOfWorkSessions;
import io.quarkus.hibernate.orm.panache.PanacheQuery;

/** Checks the parameters of a page and reads it. Thread-safe. */
@Singleton
public class Paginator {

    private final RequestParameters request;
    private final NotFoundExceptionFactory notFound;
    private final PageRules rules;
    private final UnitOfWorkSessions sessions;

    Paginator(RequestParameters request, NotFoundExceptionFactory notFound, PageRules rules, UnitOfWorkSessions sessions) {
        this.request = request;
        this.notFound = notFound;
        this.rules = rules;
        this.sessions = sessions;
    }

    /**
     * Number and size of the page in the request that the calling thread serves; page 1 of the configured size outside of a
     * request. Other parameters are the application's own, also those named {@code after} and {@code before}.
     */
    public PageParams numberOfRequest() {
        return PageParams.ofText(request.queryParameter("page"), request.queryParameter("per_page"));
    }

    /** The same with the cursors of the request. */
    public PageParams cursorOfRequest() {
        return numberOfRequest().after(request.queryParameter("after")).before(request.queryParameter("before"));
    }

    public <T> Pagination<T> paginate(SelectionQuery<T> query, PageParams params) {
        return paginate(QueryPages.of(query), params);
    }

    public <T> Pagination<T> paginate(PanacheQuery<T> query, PageParams params) {
        return paginate(new PanachePages<>(query, sessions), params);
    }

    /** The first results, with the collections that the query fetches. */
    public <T> List<T> read(SelectionQuery<T> query, int max) {
        return QueryPages.of(query).read(0, max);
    }

    private <T> Pagination<T> paginate(PageSource<T> source, PageParams params) {
        rules.refuseCursors(params);
        int page = rules.page(params);
        int perPage = rules.perPage(params);
        List<T> items = OffsetPagination.read(source, page, perPage);
        if (items.isEmpty() && page != 1 && params.errorOut()) {
            throw notFound.exception("There is no page " + page + " of " + perPage + " results");
        }
        return new OffsetPagination<>(source, Function.identity(), items, page, perPage,
                params.count() ? Long.valueOf(source.count()) : null);
    }
}
