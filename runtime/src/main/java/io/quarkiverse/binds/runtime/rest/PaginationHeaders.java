package io.quarkiverse.binds.runtime.rest;

import java.util.ArrayList;
import java.util.List;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;

import io.quarkiverse.binds.Pagination;

/**
 * Gives a response whose entity is a {@link Pagination} the headers of a list: {@code Link} with the pages {@code first},
 * {@code prev}, {@code next} and {@code last} as far as there are any (RFC 8288), and {@code X-Total-Count} if the results were
 * counted. A header that the application has set stays.
 */
public class PaginationHeaders implements ContainerResponseFilter {

    static final String TOTAL = "X-Total-Count";

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(response.getEntity() instanceof Pagination<?> page)) {
            return;
        }
        if (page.getTotal() != null && !response.getHeaders().containsKey(TOTAL)) {
            response.getHeaders().putSingle(TOTAL, page.getTotal());
        }
        if (!response.getHeaders().containsKey(HttpHeaders.LINK)) {
            List<String> links = links(page, request.getUriInfo());
            if (!links.isEmpty()) {
                response.getHeaders().putSingle(HttpHeaders.LINK, String.join(", ", links));
            }
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

    private static String link(UriInfo uri, int number, Pagination<?> page, String relation) {
        return "<" + uri.getRequestUriBuilder().replaceQueryParam("page", number)
                .replaceQueryParam("per_page", page.getPerPage()).build() + ">; rel=\"" + relation + "\"";
    }
}
