package io.quarkiverse.binds.runtime.pagination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkiverse.binds.Pagination;

/** I2, K12, K17, K18: the numbers of pages, of their neighbours and of their items. */
class PageNumbersTest {

    /** Numbers from 1 to a count. */
    private record Numbers(int total) implements PageSource<Integer> {

        @Override
        public List<Integer> read(int first, int max) {
            return IntStream.rangeClosed(first + 1, Math.min(total, first + max)).boxed().toList();
        }

        @Override
        public long count() {
            return total;
        }
    }

    private static Pagination<Integer> page(int total, int page, int perPage) {
        return page(total, page, perPage, (long) total);
    }

    private static Pagination<Integer> page(int total, int page, int perPage, Long counted) {
        Numbers numbers = new Numbers(total);
        return new OffsetPagination<>(numbers, Function.identity(), OffsetPagination.read(numbers, page, perPage), page,
                perPage,
                counted);
    }

    @ParameterizedTest
    @CsvSource({ "150, 1, 1 2 3 4 5 . 14 15", "150, 6, 1 2 . 4 5 6 7 8 9 10 . 14 15", "150, 9, 1 2 . 7 8 9 10 11 12 13 14 15",
            "150, 15, 1 2 . 13 14 15", "40, 1, 1 2 3 4", "10, 1, 1", "150, 5, 1 2 3 4 5 6 7 8 9 . 14 15" })
    void rowOfLinksHasGaps(int total, int page, String expected) {
        assertThat(page(total, page, 10).iterPages().stream().map(number -> number == null ? "." : number.toString()))
                .containsExactly(expected.split(" "));
    }

    @Test
    void rowOfLinksHasTheWidthsOfTheCall() {
        assertThat(page(150, 8, 10).iterPages(1, 1, 1, 1)).containsExactly(1, null, 7, 8, 9, null, 15);
        assertThat(page(150, 8, 10).iterPages(0, 0, 0, 0)).containsExactly(null, 8, null);
    }

    @Test
    void rowOfLinksIsEmptyWithoutResultsOrCount() {
        assertThat(page(0, 1, 10).iterPages()).isEmpty();
        assertThat(page(150, 1, 10, null).iterPages()).isEmpty();
    }

    /** 200 million pages: the row has the numbers that it shows, and is not made of all. */
    @Test
    void rowOfLinksIsShortForManyPages() {
        assertThat(page(2_000_000_000, 100_000_000, 10).iterPages()).hasSize(13);
    }

    @Test
    void neighboursAreNullAtTheEnds() {
        assertThat(page(250, 1, 20).getPrevNum()).isNull();
        assertThat(page(250, 1, 20).getNextNum()).isEqualTo(2);
        assertThat(page(250, 13, 20).getPrevNum()).isEqualTo(12);
        assertThat(page(250, 13, 20).getNextNum()).isNull();
        assertThat(page(0, 1, 20).getHasNext()).isFalse();
    }

    @Test
    void itemsAreNumberedFromOne() {
        Pagination<Integer> last = page(250, 13, 20);
        assertThat(last.getPages()).isEqualTo(13);
        assertThat(last.getFirst()).isEqualTo(241);
        assertThat(last.getLast()).isEqualTo(250);
        assertThat(last.getItems()).containsExactlyElementsOf(IntStream.rangeClosed(241, 250).boxed().toList());
        assertThat(page(0, 1, 20).getFirst()).isZero();
        assertThat(page(0, 1, 20).getLast()).isZero();
        assertThat(page(0, 1, 20).getPages()).isZero();
    }

    @Test
    void uncountedPagesGoOnWithoutATotal() {
        Pagination<Integer> first = page(50, 1, 20, null);
        assertThat(first.getTotal()).isNull();
        assertThat(first.getPages()).isZero();
        assertThat(first.getHasNext()).isFalse();
        assertThat(first.next().getItems()).hasSize(20).startsWith(21);
        assertThat(first.next().next().next().getItems()).isEmpty();
    }

    @Test
    void neighboursOfMappedPagesAreMapped() {
        Pagination<String> mapped = page(50, 1, 20).map(number -> "n" + number);
        assertThat(mapped.getItems()).startsWith("n1");
        assertThat(mapped.next().getItems()).startsWith("n21");
        assertThat(mapped.next().prev().getItems()).startsWith("n1");
    }

    @Test
    void pageBehindTheLargestOffsetIsEmpty() {
        assertThat(page(50, Integer.MAX_VALUE, 100).getItems()).isEmpty();
        assertThat(page(50, Integer.MAX_VALUE, 100).next().getPage()).isEqualTo(Integer.MAX_VALUE);
    }
}
