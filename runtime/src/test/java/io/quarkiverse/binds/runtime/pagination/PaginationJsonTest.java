package io.quarkiverse.binds.runtime.pagination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;

import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.Pagination;

/** I2: JSON-B writes the names of the model; Jackson's names are tested by the pages of an application. */
class PaginationJsonTest {

    private record Two() implements PageSource<String> {

        @Override
        public List<String> read(int first, int max) {
            return List.of("a", "b");
        }

        @Override
        public long count() {
            return 6;
        }
    }

    @Test
    void jsonBindingWritesTheNamesOfTheModel() throws Exception {
        Pagination<String> page = new OffsetPagination<>(new Two(), Function.identity(), List.of("a", "b"), 2, 2, 6L);

        try (Jsonb jsonb = JsonbBuilder.create()) {
            assertThat(jsonb.toJson(page)).isEqualToIgnoringWhitespace("""
                    {"first": 3, "has_next": true, "has_prev": true, "items": ["a", "b"], "last": 4, "next_num": 3, "page": 2,
                     "pages": 3, "per_page": 2, "prev_num": 1, "total": 6}""");
        }
    }
}
