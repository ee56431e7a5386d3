package io.quarkiverse.binds.runtime.rest;

import java.util.ArrayList;
import java.util.List;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;

import io.quarkiverse.binds.CursorPagination;
import io.quarkiverse.binds.Pagination;

/**
 * Gives a response whose entity is a {@link Pagination} the headers of a list: {@code Link} with the pages {@code first},
 * {@code prev}, {@code next} and {@code last} as far as there are any (RFC 8288), and {@code X-Total-Count} if the results were
 * counted. A {@link CursorPagination} has {@code first}, {@code prev} and {@code next}. A header that the application has set
 * stays.
 */
public class PaginationHeaders implements ContainerResponseFilter {

    static final String TOTAL = "X-Total-Count";

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Pagination<?> page) {
            if (page.getTotal() != null && !response.getHeaders().containsKey(TOTAL)) {
                response.getHeaders().putSingle(TOTAL, page.getTotal());
            }
            set(links(page, request.getUriInfo()), response);
        } else if (response.getEntity() instanceof CursorPagination<?> page) {
            set(links(page, request.getUriInfo()), response);
        }
    }

    private static void set(List<String> links, ContainerResponseContext response) {
        if (!links.isEmpty() && !response.getHeaders().containsKey(HttpHeaders.LINK)) {
            response.getHeaders().putSingle(HttpHeaders.LINK, String.join(", ", links));
        }
    }

    private static List<String> links(Pagination<?> page, UriInfo uri) {
        List<String> links = new ArrayList<>();
        if (page.getPage() > 1) {
            links.add(link(uri, 1, page, "first"));
            links.add(link(uri, page.getPrevNum(), page, "prev"));
        }
        if (page.getHasNext()) {
            links.add(link(uri, page.getNextNum(), page, "next"));
            links.add(link(uri, page.getPages(), page, "last"));
        }
        return links;
    }

    private static List<String> links(CursorPagination<?> page, UriInfo uri) {
        List<String> links = new ArrayList<>();
        if (page.getHasPrev()) {
            links.add(link(uri, page, null, null, "first"));
            links.add(link(uri, page, null, page.getPrevCursor(), "prev"));
        }
        if (page.getHasNext()) {
            links.add(link(uri, page, page.getNextCursor(), null, "next"));
        }
        return links;
    }

    private static String link(UriInfo uri, int number, Pagination<?> page, String relation) {
        return link(uri.getRequestUriBuilder().replaceQueryParam("page", number), page.getPerPage(), relation);
    }

    private static String link(UriInfo uri, CursorPagination<?> page, String after, String before, String relation) {
        UriBuilder builder = uri.getRequestUriBuilder();
        replace(builder, "after", after);
        replace(builder, "before", before);
        return link(builder, page.getPerPage(), relation);
    }

    private static void replace(UriBuilder builder, String name, String value) {
        builder.replaceQueryParam(name, value == null ? new Object[0] : new Object[] { value });
    }

    private static String link(UriBuilder builder, int perPage, String relation) {
        return "<" + builder.replaceQueryParam("per_page", perPage).build() + ">; rel=\"" + relation + "\"";
    }
}
