package io.quarkiverse.binds;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * Parameters of a page: number or cursor, size and rules, for {@link Db#paginate} and {@link Db#paginateByCursor}. As a
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

    /**
     * Creates the parameters of page 1 of the configured size. For a parameter of a resource method, the fields are then set
     * from the request.
     */
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
     * Creates the parameters of a page of the configured size, {@code quarkus.binds.pagination.per-page}.
     *
     * @param page the number of the page, from 1; checked when the page is read
     * @return the parameters
     */
    public static PageParams of(int page) {
        return ofText(String.valueOf(page), null);
    }

    /**
     * Creates the parameters of a page.
     *
     * @param page the number of the page, from 1; checked when the page is read
     * @param perPage the number of results on a page, from 1; checked when the page is read
     * @return the parameters
     */
    public static PageParams of(int page, int perPage) {
        return ofText(String.valueOf(page), String.valueOf(perPage));
    }

    /**
     * Creates parameters from the texts of a request, which {@link Db#paginate} checks.
     *
     * @param page the number of the page; null for page 1
     * @param perPage the number of results on a page; null for the configured number
     * @return the parameters
     */
    public static PageParams ofText(String page, String perPage) {
        PageParams params = new PageParams();
        params.page = page;
        params.perPage = perPage;
        return params;
    }

    /**
     * Creates the parameters of the first page by cursor, see {@link Db#paginateByCursor}.
     *
     * @param perPage the number of results on a page, from 1; checked when the page is read
     * @return the parameters
     */
    public static PageParams ofSize(int perPage) {
        return ofText(null, String.valueOf(perPage));
    }

    /**
     * Copies the parameters for the page by cursor that begins after a row. Not together with {@code before}.
     *
     * @param cursor {@link CursorPagination#getNextCursor()} of another page; null for no cursor
     * @return the copy
     */
    public PageParams after(String cursor) {
        PageParams copy = new PageParams(this);
        copy.after = cursor;
        return copy;
    }

    /**
     * Copies the parameters for the page by cursor that ends before a row. Not together with {@code after}.
     *
     * @param cursor {@link CursorPagination#getPrevCursor()} of another page; null for no cursor
     * @return the copy
     */
    public PageParams before(String cursor) {
        PageParams copy = new PageParams(this);
        copy.before = cursor;
        return copy;
    }

    /**
     * Copies the parameters with another bound for the size of a page; a larger size is reduced to it. The default is
     * {@code quarkus.binds.pagination.max-per-page}.
     *
     * @param max the largest number of results on a page
     * @return the copy
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
     * Copies the parameters with another answer to bad input, such as a page that is no whole number of at least 1.
     *
     * @param error true, the default, for 404 after a bad page or size, and after an empty page other than page 1; false to
     *        take page 1 or the configured size for bad input, and to return an empty page. A bad cursor is refused in both
     *        cases
     * @return the copy
     */
    public PageParams errorOut(boolean error) {
        PageParams copy = new PageParams(this);
        copy.errorOut = error;
        return copy;
    }

    /**
     * Copies the parameters with or without the number of all results.
     *
     * @param all whether they are counted, by another statement; true by default
     * @return the copy
     */
    public PageParams count(boolean all) {
        PageParams copy = new PageParams(this);
        copy.count = all;
        return copy;
    }

    /** {@return the text of the page's number; null for page 1} */
    public String page() {
        return page;
    }

    /** {@return the text of the page's size; null for the configured size} */
    public String perPage() {
        return perPage;
    }

    /** {@return the cursor of the row after which the page begins; null if there is none} */
    public String after() {
        return after;
    }

    /** {@return the cursor of the row before which the page ends; null if there is none} */
    public String before() {
        return before;
    }

    /** {@return the bound for the size of a page; null for the configured bound} */
    public Integer maxPerPage() {
        return maxPerPage;
    }

    /** {@return whether bad input is answered with 404} */
    public boolean errorOut() {
        return errorOut;
    }

    /** {@return whether all results are counted} */
    public boolean count() {
        return count;
    }
}
