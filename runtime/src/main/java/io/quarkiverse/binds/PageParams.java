package io.quarkiverse.binds;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * The page that is wanted: number or cursor, size and rules, for {@link Db#paginate} and {@link Db#paginateByCursor}. As a
 * parameter of a resource method it reads {@code page}, {@code per_page}, {@code after} and {@code before} of the request:
 *
 * <pre>
 * &#64;GET
 * public Pagination&lt;Post&gt; posts(@BeanParam PageParams page) {
 *     return db.paginate(db.query(Post.class, "order by created desc, id"), page.maxPerPage(50));
 * }
 * </pre>
 *
 * In code: {@code PageParams.of(2, 50)}, and for a page by cursor {@code PageParams.ofSize(50).after(cursor)}. Methods that
 * change a rule return a copy.
 *
 * @since 0.1
 */
public class PageParams {

    @QueryParam("page")
    @Parameter(description = "Number of the page", schema = @Schema(type = SchemaType.INTEGER, minimum = "1", defaultValue = "1"))
    private String page;

    @QueryParam("per_page")
    @Parameter(description = "Number of results on a page", schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
    private String perPage;

    @QueryParam("after")
    @Parameter(description = "Cursor: the page begins after its row; for lists that are read by cursor")
    private String after;

    @QueryParam("before")
    @Parameter(description = "Cursor: the page ends before its row; for lists that are read by cursor")
    private String before;

    private Integer maxPerPage;
    private boolean errorOut = true;
    private boolean count = true;

    /** Page 1 of the configured size, where no request sets the fields. */
    public PageParams() {
    }

    private PageParams(PageParams other) {
        page = other.page;
        perPage = other.perPage;
        after = other.after;
        before = other.before;
        maxPerPage = other.maxPerPage;
        errorOut = other.errorOut;
        count = other.count;
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
        PageParams params = new PageParams();
        params.page = page;
        params.perPage = perPage;
        return params;
    }

    /**
     * The first page by cursor, see {@link Db#paginateByCursor}.
     *
     * @param perPage number of results on a page
     */
    public static PageParams ofSize(int perPage) {
        return ofText(null, String.valueOf(perPage));
    }

    /** The same page by cursor, beginning after the row of a cursor; null for no cursor. Not together with {@code before}. */
    public PageParams after(String cursor) {
        PageParams copy = new PageParams(this);
        copy.after = cursor;
        return copy;
    }

    /** The same page by cursor, ending before the row of a cursor; null for no cursor. Not together with {@code after}. */
    public PageParams before(String cursor) {
        PageParams copy = new PageParams(this);
        copy.before = cursor;
        return copy;
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
        PageParams copy = new PageParams(this);
        copy.maxPerPage = max;
        return copy;
    }

    /**
     * The same with another answer to bad input. With true, the default, a page or size that is no whole number of at least 1,
     * and an empty page other than page 1, are answered with 404. With false, bad input becomes page 1 or the configured size,
     * and an empty page stays empty; a bad cursor is refused nevertheless.
     */
    public PageParams errorOut(boolean error) {
        PageParams copy = new PageParams(this);
        copy.errorOut = error;
        return copy;
    }

    /** The same with or without counting all results, which is one more statement; the default is true. */
    public PageParams count(boolean all) {
        PageParams copy = new PageParams(this);
        copy.count = all;
        return copy;
    }

    /** Text of the page's number; null for page 1. */
    public String page() {
        return page;
    }

    /** Text of the page's size; null for the configured one. */
    public String perPage() {
        return perPage;
    }

    /** Cursor of the row after which the page begins; null without one. */
    public String after() {
        return after;
    }

    /** Cursor of the row before which the page ends; null without one. */
    public String before() {
        return before;
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
