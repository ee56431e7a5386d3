package io.quarkiverse.binds;

import java.util.AbstractList;

import jakarta.data.page.CursoredPage;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import jakarta.data.page.PageRequest.Cursor;
import jakarta.data.page.PageRequest.Mode;
import jakarta.data.page.impl.CursoredPageRecord;
import jakarta.data.page.impl.PageRecord;

/**
 * Pages in the types of Jakarta Data, for an application that has {@code jakarta.data-api}: its page requests become
 * {@link PageParams}, and pages become its pages.
 *
 * <pre>
 * Page&lt;Post&gt; posts = JakartaPages.page(db.paginate(query, JakartaPages.params(request)));
 * </pre>
 *
 * Stateless and thread-safe.
 *
 * @since 0.1
 */
public final class JakartaPages {

    private JakartaPages() {
    }

    /**
     * Makes parameters for {@link Db#paginate} from a request by number, and for {@link Db#paginateByCursor} from a request
     * with a cursor that a page of {@link #page(CursorPagination)} has given. The size is bounded as that of every page.
     *
     * @param request the request; by number, the results are counted if it requests the total
     * @return the parameters
     * @throws InvalidTokenException if the cursor is made of key values: cursors of this extension are signed
     */
    public static PageParams params(PageRequest request) {
        String perPage = String.valueOf(request.size());
        if (request.mode() == Mode.OFFSET) {
            return PageParams.ofText(String.valueOf(request.page()), perPage).count(request.requestTotal());
        }
        String cursor = text(request.cursor().orElseThrow());
        PageParams params = PageParams.ofText(null, perPage);
        return request.mode() == Mode.CURSOR_NEXT ? params.after(cursor) : params.before(cursor);
    }

    private static String text(Cursor cursor) {
        if (cursor.size() == 1 && cursor.get(0) instanceof String text) {
            return text;
        }
        throw new InvalidTokenException("The cursor is not one that a page by cursor has given");
    }

    /**
     * Converts a page. Without a count, a full page counts as followed by another, as Jakarta Data defines it.
     *
     * @param <T> the type of a result
     * @param page a page by number
     * @return the page, with the total unless the results were not counted
     */
    public static <T> Page<T> page(Pagination<T> page) {
        Long total = page.getTotal();
        PageRequest request = PageRequest.ofPage(page.getPage(), page.getPerPage(), total != null);
        return new PageRecord<>(request, page.getItems(), total == null ? -1 : total,
                total == null ? page.getItems().size() == page.getPerPage() : page.getHasNext());
    }

    /**
     * Converts a page by cursor.
     *
     * @param <T> the type of a result
     * @param page a page by cursor
     * @return the page, with the cursors of its first and last row as far as there are pages before and after it; without a
     *         total, and with 1 as its number, since a page by cursor has none
     */
    public static <T> CursoredPage<T> page(CursorPagination<T> page) {
        int size = page.getPerPage();
        String prev = page.getPrevCursor();
        String next = page.getNextCursor();
        return new CursoredPageRecord<>(page.getItems(), new EndCursors(page.getItems().size(), prev, next), -1,
                PageRequest.ofPage(1, size, false),
                next == null ? null : PageRequest.afterCursor(Cursor.forKey(next), 1, size, false),
                prev == null ? null : PageRequest.beforeCursor(Cursor.forKey(prev), 1, size, false));
    }

    /** Cursors by row, of which only the ends have one. */
    private static final class EndCursors extends AbstractList<Cursor> {

        private final int size;
        private final String first;
        private final String last;

        /** @param first null if there is no page before; likewise {@code last} */
        private EndCursors(int size, String first, String last) {
            this.size = size;
            this.first = first;
            this.last = last;
        }

        @Override
        public Cursor get(int index) {
            String cursor = index == size - 1 && last != null ? last : index == 0 ? first : null;
            if (cursor == null) {
                throw new UnsupportedOperationException("Row " + index + " of the page has no cursor: use nextPageRequest() and"
                        + " previousPageRequest()");
            }
            return Cursor.forKey(cursor);
        }

        @Override
        public int size() {
            return size;
        }
    }
}
