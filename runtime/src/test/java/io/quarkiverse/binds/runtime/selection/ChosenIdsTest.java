package io.quarkiverse.binds.runtime.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** I1: ids left out of a selection and added to it. */
class ChosenIdsTest {

    @Test
    void laterCallWins() {
        ChosenIds ids = ChosenIds.NONE.without(List.of(1, 2, 3)).with(List.of(2)).without(List.of(4));
        assertThat(ids.leftOut()).containsExactly(1L, 3L, 4L);
        assertThat(ids.added()).containsExactly(2L);
        assertThat(ids.without(List.of(2)).added()).isEmpty();
        assertThat(ids.notOfQuery()).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void orderAndTypeOfNumbersMakeNoDifference() {
        assertThat(ChosenIds.NONE.without(List.of(3, 1, 1))).isEqualTo(ChosenIds.NONE.without(List.of(1L)).without(
                List.of((short) 3)));
    }

    @Test
    void otherIdsAndTooManyAreRefused() {
        assertThatThrownBy(() -> ChosenIds.NONE.without(Arrays.asList(1, null))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not null");
        assertThatThrownBy(() -> ChosenIds.NONE.with(List.of(1.5))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.Double");
        List<Integer> half = IntStream.rangeClosed(1, 5001).boxed().toList();
        assertThatThrownBy(() -> ChosenIds.NONE.without(half).with(half.stream().map(id -> id + 10_000).toList()))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("10002");
    }
}
