package io.quarkiverse.binds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

import jakarta.data.page.CursoredPage;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import jakarta.data.page.PageRequest.Cursor;

import org.junit.jupiter.api.Test;

/** I2: pages and page requests of Jakarta Data. */
class JakartaPagesTest {

    private record Numbered(int getPage, int getPerPage, Long getTotal, List<String> getItems) implements Pagination<String> {

        @Override
        public int getPages() {
            return getTotal == null ? 0 : (int) Math.ceil(getTotal / (double) getPerPage);
        }

        @Override
        public boolean getHasPrev() {
            return getPage > 1;
        }

        @Override
        public Integer getPrevNum() {
            return getPage - 1;
        }

        @Override
        public boolean getHasNext() {
            return getPage < getPages();
        }

        @Override
        public Integer getNextNum() {
            return getPage + 1;
        }

        @Override
        public long getFirst() {
            return 0;
        }

        @Override
        public long getLast() {
            return 0;
        }

        @Override
        public Pagination<String> next() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Pagination<String> prev() {
            throw new UnsupportedOperationException();
        }

        @Override
        public <R> Pagination<R> map(Function<? super String, ? extends R> mapping) {
            throw new UnsupportedOperationException();
        }
    }

    private record ByCursor(List<String> getItems, int getPerPage, String getPrevCursor, String getNextCursor)
            implements
                CursorPagination<String> {

        @Override
        public boolean getHasPrev() {
            return getPrevCursor != null;
        }

        @Override
        public boolean getHasNext() {
            return getNextCursor != null;
        }

        @Override
        public CursorPagination<String> next() {
            throw new UnsupportedOperationException();
        }

        @Override
        public CursorPagination<String> prev() {
            throw new UnsupportedOperationException();
        }

        @Override
        public <R> CursorPagination<R> map(Function<? super String, ? extends R> mapping) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void requestByNumberKeepsNumberSizeAndCount() {
        PageParams params = JakartaPages.params(PageRequest.ofPage(3, 25, false));

        assertThat(params.page()).isEqualTo("3");
        assertThat(params.perPage()).isEqualTo("25");
        assertThat(params.count()).isFalse();
        assertThat(JakartaPages.params(PageRequest.ofSize(5)).count()).isTrue();
    }

    @Test
    void requestWithACursorKeepsItsDirection() {
        PageParams after = JakartaPages.params(PageRequest.afterCursor(Cursor.forKey("abc"), 1, 25, false));
        PageParams before = JakartaPages.params(PageRequest.beforeCursor(Cursor.forKey("abc"), 1, 25, false));

        assertThat(after.after()).isEqualTo("abc");
        assertThat(after.before()).isNull();
        assertThat(before.before()).isEqualTo("abc");
        assertThat(before.after()).isNull();
        assertThat(before.perPage()).isEqualTo("25");
    }

    @Test
    void cursorOfKeyValuesIsRefused() {
        assertThatThrownBy(() -> JakartaPages.params(PageRequest.afterCursor(Cursor.forKey("a", 1), 1, 25, false)))
                .isInstanceOf(InvalidTokenException.class);
    }

    @Test
    void countedPageHasItsTotals() {
        Page<String> page = JakartaPages.page(new Numbered(2, 2, 5L, List.of("c", "d")));

        assertThat(page.content()).containsExactly("c", "d");
        assertThat(page.totalElements()).isEqualTo(5);
        assertThat(page.totalPages()).isEqualTo(3);
        assertThat(page.nextPageRequest()).isEqualTo(PageRequest.ofPage(3, 2, true));
        assertThat(page.previousPageRequest()).isEqualTo(PageRequest.ofPage(1, 2, true));
        assertThat(JakartaPages.page(new Numbered(3, 2, 5L, List.of("e"))).hasNext()).isFalse();
    }

    @Test
    void fullPageWithoutCountIsFollowedByAnother() {
        assertThat(JakartaPages.page(new Numbered(1, 2, null, List.of("a", "b"))).hasNext()).isTrue();
        assertThat(JakartaPages.page(new Numbered(1, 2, null, List.of("a"))).hasNext()).isFalse();
        assertThat(JakartaPages.page(new Numbered(1, 2, null, List.of("a"))).hasTotals()).isFalse();
    }

    @Test
    void pageByCursorGivesItsNeighbours() {
        CursoredPage<String> page = JakartaPages.page(new ByCursor(List.of("c", "d", "e"), 3, "p", "n"));

        assertThat(JakartaPages.params(page.nextPageRequest()).after()).isEqualTo("n");
        assertThat(JakartaPages.params(page.previousPageRequest()).before()).isEqualTo("p");
        assertThat(page.cursor(0)).isEqualTo(Cursor.forKey("p"));
        assertThat(page.cursor(2)).isEqualTo(Cursor.forKey("n"));
        assertThatThrownBy(() -> page.cursor(1)).isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("nextPageRequest()");
        CursoredPage<String> only = JakartaPages.page(new ByCursor(List.of("a"), 3, null, null));
        assertThat(only.hasNext()).isFalse();
        assertThatThrownBy(only::nextPageRequest).isInstanceOf(NoSuchElementException.class);
    }
}
