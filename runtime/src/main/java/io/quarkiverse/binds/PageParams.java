package io.quarkiverse.binds;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * The page that is wanted: number, size and rules, for {@link Db#paginate}. As a parameter of a resource method it reads
 * {@code page} and {@code per_page} of the request:
 *
 * <pre>
 * &#64;GET
 * public Pagination&lt;Post&gt; posts(@BeanParam PageParams page) {
 *     return db.paginate(db.query(Post.class, "order by created desc, id"), page.maxPerPage(50));
 * }
 * </pre>
 *
 * In code: {@code PageParams.of(2, 50)}. Methods that change a rule return a copy.
 */
public class PageParams {

    @QueryParam("page")
    @Parameter(description = "Number of the page", schema = @Schema(type = SchemaType.INTEGER, minimum = "1", defaultValue = "1"))
    private String page;

    @QueryParam("per_page")
    @Parameter(description = "Number of results on a page", schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
    private String perPage;

    private Integer maxPerPage;
    private boolean errorOut = true;
    private boolean count = true;

    /** Page 1 of the configured size, where no request sets the fields. */
    public PageParams() {
    }

    private PageParams(String page, String perPage, Integer maxPerPage, boolean errorOut, boolean count) {
        this.page = page;
        this.perPage = perPage;
        this.maxPerPage = maxPerPage;
        this.errorOut = errorOut;
        this.count = count;
    }

    /**
     * A page of the configured size, {@code quarkus.binds.pagination.per-page}.
     *
     * @param page its number, from 1
     */
    public static PageParams of(int page) {
        return ofText(String.valueOf(page), null);
    }

    /**
     * @param page its number, from 1
     * @param perPage number of results on a page
     */
    public static PageParams of(int page, int perPage) {
        return ofText(String.valueOf(page), String.valueOf(perPage));
    }

    /**
     * The texts of a request, which {@link Db#paginate} checks.
     *
     * @param page null for page 1
     * @param perPage null for the configured size
     */
    public static PageParams ofText(String page, String perPage) {
        return new PageParams(page, perPage, null, true, true);
    }

    /**
     * The same with another bound for the size of a page; a larger size is reduced to it. The default is
     * {@code quarkus.binds.pagination.max-per-page}.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public PageParams maxPerPage(int max) {
        if (max < 1) {
            throw new IllegalArgumentException("maxPerPage must be at least 1: " + max);
        }
        return new PageParams(page, perPage, max, errorOut, count);
    }

    /**
     * The same with another answer to bad input. With true, the default, a page or size that is no whole number of at least 1,
     * and an empty page other than page 1, are answered with 404. With false, bad input becomes page 1 or the configured size,
     * and an empty page stays empty.
     */
    public PageParams errorOut(boolean error) {
        return new PageParams(page, perPage, maxPerPage, error, count);
    }

    /** The same with or without counting all results, which is one more statement; the default is true. */
    public PageParams count(boolean all) {
        return new PageParams(page, perPage, maxPerPage, errorOut, all);
    }

    /** Text of the page's number; null for page 1. */
    public String page() {
        return page;
    }

    /** Text of the page's size; null for the configured one. */
    public String perPage() {
        return perPage;
    }

    /** Bound for the size of a page; null for the configured one. */
    public Integer maxPerPage() {
        return maxPerPage;
    }

    /** Whether bad input is answered with 404. */
    public boolean errorOut() {
        return errorOut;
    }

    /** Whether all results are counted. */
    public boolean count() {
        return count;
    }
}
