package io.quarkiverse.binds.test.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.LongSupplier;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/**
 * I1: the memory of a selection does not depend on the number of its rows: the packaged application has 128 MB. For the long
 * form: {@code -Dbinds.selection.rows=1000000}.
 */
@QuarkusTest
@QuarkusTestResource(Databases.class)
class SelectionLargeTest {

    private static final int ROWS = Integer.getInteger("binds.selection.rows", 20_000);

    @Test
    void manyRowsAreReadUpdatedAndDeleted() {
        Entries entries = new Entries(Kind.MYSQL).reset(ROWS);
        String token = entries.token(EntryQueries.ALL);

        assertThat(timed("read", () -> entries.number("sum", token, "size", 1000))).isEqualTo(ROWS * (ROWS + 1L) / 2);
        assertThat(timed("updated", () -> entries.number("archive", token))).isEqualTo(ROWS);
        assertThat(timed("deleted", () -> entries.number("delete", token))).isEqualTo(ROWS);
    }

    private static long timed(String action, LongSupplier call) {
        long start = System.nanoTime();
        long result = call.getAsLong();
        System.out.printf("FIGURES %d rows of a selection %s in %d ms%n", ROWS, action,
                Duration.ofNanos(System.nanoTime() - start).toMillis());
        return result;
    }
}
