package io.quarkiverse.binds.runtime.pagination;

import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.hibernate.query.SelectionQuery;

import io.quarkiverse.binds.PageParams;
import io.quarkiverse.binds.Pagination;
import io.quarkiverse.binds.runtime.config.PaginationRuntimeConfig;
import io.quarkiverse.binds.runtime.session.NotFoundExceptionFactory;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Checks the parameters of a page and reads it. Thread-safe. */
@Singleton
public class Paginator {

    /** Longest part of a bad parameter that an answer repeats. */
    private static final int SHOWN = 40;

    private final RequestParameters request;
    private final NotFoundExceptionFactory notFound;
    private final PaginationRuntimeConfig config;

    Paginator(RequestParameters request, NotFoundExceptionFactory notFound, PaginationRuntimeConfig config) {
        this.request = request;
        this.notFound = notFound;
        this.config = config;
        requirePositive("per-page", config.perPage());
        requirePositive("max-per-page", config.maxPerPage());
    }

    /** Creates this bean at the start, so that an unusable size is an error of the start. */
    void check(@Observes StartupEvent start) {
    }

    private static void requirePositive(String key, int value) {
        if (value < 1) {
            throw new ConfigurationException("quarkus.binds.pagination." + key + " must be at least 1, not " + value);
        }
    }

    /** Parameters of the request that the calling thread serves; page 1 of the configured size outside of a request. */
    public PageParams ofRequest() {
        return PageParams.ofText(request.queryParameter("page"), request.queryParameter("per_page"));
    }

    public <T> Pagination<T> paginate(SelectionQuery<T> query, PageParams params) {
        return paginate(QueryPages.of(query), params);
    }

    public <T> Pagination<T> paginate(PanacheQuery<T> query, PageParams params) {
        return paginate(new PanachePages<>(query), params);
    }

    /** The first results, with the collections that the query fetches. */
    public <T> List<T> read(SelectionQuery<T> query, int max) {
        return QueryPages.of(query).read(0, max);
    }

    private <T> Pagination<T> paginate(PageSource<T> source, PageParams params) {
        int max = params.maxPerPage() == null ? config.maxPerPage() : params.maxPerPage();
        int page = number("page", params.page(), 1, params.errorOut());
        int perPage = Math.min(number("per_page", params.perPage(), config.perPage(), params.errorOut()), max);
        List<T> items = OffsetPagination.read(source, page, perPage);
        if (items.isEmpty() && page != 1 && params.errorOut()) {
            throw notFound.exception("There is no page " + page + " of " + perPage + " results");
        }
        return new OffsetPagination<>(source, Function.identity(), items, page, perPage,
                params.count() ? Long.valueOf(source.count()) : null);
    }

    private int number(String name, String text, int otherwise, boolean errorOut) {
        if (text == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= 1) {
                return number;
            }
        } catch (NumberFormatException e) {
            // answered below, as 0 is
        }
        if (errorOut) {
            String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
            throw notFound.exception("'" + name + "' must be a whole number from 1 to " + Integer.MAX_VALUE + ", not '" + shown
                    + "'");
        }
        return otherwise;
    }
}
