package io.quarkiverse.binds.blog.web;

import org.jboss.resteasy.reactive.RestQuery;

import io.quarkiverse.binds.blog.store.Page;

/** Parameters {@code ?page=2&per_page=50}. */
public class PageParams {

    static final int PER_PAGE = 20;
    static final int MAX_PER_PAGE = 100;
    static final int MAX_PAGE = 1_000_000;

    @RestQuery
    String page;

    @RestQuery("per_page")
    String perPage;

    Page.Wanted wanted() {
        return new Page.Wanted(Check.number("page", page, 1, 1, MAX_PAGE),
                Check.number("per_page", perPage, PER_PAGE, 1, MAX_PER_PAGE));
    }
}
