package io.quarkiverse.binds.test.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** I1: "select all" over many pages acts on all rows of the query without a list of ids, on each kind of database. */
@QuarkusTest
@QuarkusTestResource(Databases.class)
class SelectionTest {

    private static final int ROWS = 1050;

    private static List<Integer> numbers(int from, int to) {
        return IntStream.rangeClosed(from, to).boxed().toList();
    }

    @ParameterizedTest
    @EnumSource
    void allRowsAreProcessedOnceInChunks(Kind kind) {
        Entries entries = new Entries(kind).reset(ROWS);
        EntryResource.Selected selected = entries.select(EntryQueries.ALL);
        assertThat(selected.count()).isEqualTo(ROWS);

        EntryResource.Result result = entries.process(selected.token());
        assertThat(result.rows()).isEqualTo(ROWS);
        assertThat(result.chunks()).isEqualTo(11);
        assertThat(result.largest()).as("entities in a session").isEqualTo(100);
        assertThat(result.progress()).hasSize(11).isSorted().endsWith(1000L, (long) ROWS);
        assertThat(entries.processed(1)).isEqualTo(numbers(1, ROWS));
    }

    @ParameterizedTest
    @EnumSource
    void laterRowsAreNotProcessed(Kind kind) {
        Entries entries = new Entries(kind).reset(50);
        String token = entries.token(EntryQueries.ALL);
        entries.add(30);

        assertThat(entries.count(token)).isEqualTo(50);
        assertThat(entries.process(token).rows()).isEqualTo(50);
        assertThat(entries.processed(1)).isEqualTo(numbers(1, 50));
        assertThat(entries.processed(0)).hasSize(30);
    }

    @ParameterizedTest
    @EnumSource
    void emptySelectionStaysEmpty(Kind kind) {
        Entries entries = new Entries(kind).reset(0);
        String token = entries.token(EntryQueries.ALL);
        entries.reset(5);
        assertThat(entries.process(token).rows()).isZero();
        assertThat(entries.count(token, "with", entries.ids(1, 2))).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void rowsAreLeftOutAndAdded(Kind kind) {
        Entries entries = new Entries(kind).reset(ROWS);
        String token = entries.token(EntryQueries.SHOWN);
        List<Long> without = entries.ids(2, 500, ROWS);
        List<Long> with = entries.ids(1, 4, 999);

        assertThat(entries.count(token)).isEqualTo(ROWS / 2);
        assertThat(entries.count(token, "without", without)).isEqualTo(ROWS / 2 - 3);
        assertThat(entries.count(token, "without", without, "with", with)).isEqualTo(ROWS / 2 - 3 + 2);
        assertThat(entries.process(token, "without", without, "with", with).rows()).isEqualTo(ROWS / 2 - 1);
        assertThat(entries.processed(1)).hasSize(ROWS / 2 - 1).contains(1, 4, 6, 999, 1048).doesNotContain(2, 3, 500, ROWS);
        assertThat(entries.processed(2)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void leftOutRowsAreKeptByTheToken(Kind kind) {
        Entries entries = new Entries(kind).reset(30);
        String token = entries.token(EntryQueries.ALL);
        EntryResource.Selected narrowed = entries.send("token", token, "without", entries.ids(1, 2, 30), "with", entries.ids(2))
                .then()
                .statusCode(200).extract().as(EntryResource.Selected.class);
        assertThat(narrowed.count()).isEqualTo(28);
        assertThat(entries.process(narrowed.token()).rows()).isEqualTo(28);
        assertThat(entries.processed(0)).containsExactly(1, 30);
    }

    /** Values of each type, enums, lists and null pass through the token. */
    @ParameterizedTest
    @EnumSource
    void parametersOfEachTypePassThroughTheToken(Kind kind) {
        Entries entries = new Entries(kind).reset(250);
        EntryResource.Selected selected = entries.select(EntryQueries.TYPED);
        assertThat(selected.count()).isEqualTo(50);
        assertThat(entries.process(selected.token()).rows()).isEqualTo(50);
        assertThat(entries.processed(1)).isEqualTo(numbers(101, 200).stream().filter(number -> number % 2 == 0).toList());
    }

    /** Rows with two labels would be there twice. */
    @ParameterizedTest
    @EnumSource
    void joinedCollectionsDoNotMultiplyRows(Kind kind) {
        Entries entries = new Entries(kind).reset(310);
        for (EntryQueries query : List.of(EntryQueries.LABELLED, EntryQueries.FETCHED)) {
            EntryResource.Selected selected = entries.select(query);
            assertThat(selected.count()).as(query.name()).isEqualTo(200);
            EntryResource.Result result = entries.process(selected.token(), "size", 30);
            assertThat(result.rows()).as(query.name()).isEqualTo(200);
            assertThat(result.chunks()).as(query.name()).isEqualTo(7);
        }
        assertThat(entries.processed(2)).hasSize(200).doesNotContain(3, 6, 300, 301);
    }

    @ParameterizedTest
    @EnumSource
    void queryOfAPageIsSelectedWithoutThePage(Kind kind) {
        Entries entries = new Entries(kind).reset(50);
        EntryResource.Selected selected = entries.select(EntryQueries.PAGE);
        assertThat(selected.count()).isEqualTo(50);
        assertThat(entries.process(selected.token(), "size", 30).chunks()).isEqualTo(2);
        assertThat(entries.processed(1)).hasSize(50);
    }

    @ParameterizedTest
    @EnumSource
    void rowsAreUpdatedInBoundedStatements(Kind kind) {
        Entries entries = new Entries(kind).reset(ROWS);
        String token = entries.token(EntryQueries.ALL);
        entries.add(5);
        assertThat(entries.number("archive", token, "without", entries.ids(7)))
                .isEqualTo(ROWS - 1);
        assertThat(entries.numbers("archived")).hasSize(ROWS - 1).doesNotContain(7);
        assertThat(entries.numbers("version = 1")).as("incremented for optimistic locks").hasSize(ROWS - 1);
    }

    @ParameterizedTest
    @EnumSource
    void rowsAreDeletedInBoundedStatements(Kind kind) {
        Entries entries = new Entries(kind).reset(ROWS);
        String token = entries.token(EntryQueries.ALL);
        entries.add(2);
        assertThat(entries.number("delete", token, "without", entries.ids(7, 8)))
                .isEqualTo(ROWS - 2);
        assertThat(entries.numbers("processed = 0")).containsExactly(7, 8, 1_000_001, 1_000_002);
    }

    @ParameterizedTest
    @EnumSource
    void rowsAreBoundedByATime(Kind kind) {
        Entries entries = new Entries(kind).reset(50);
        EntryResource.Selected selected = entries.select(EntryQueries.BY_CREATION);
        assertThat(selected.count()).isEqualTo(50);
        assertThat(entries.process(selected.token()).rows()).isEqualTo(50);
    }
}
