package io.quarkiverse.binds.runtime.pagination;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** K18: the count of a native query has no order, where leaving it out cannot change the number of rows. */
class SqlOrderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "select * from t order by a|select * from t",
            "select * from t ORDER  BY a desc, (b)|select * from t",
            "select * from (select a from t order by a limit 3) x order by a|select * from (select a from t order by a limit 3) x",
            "select 'order by' from t order by \"x)\"|select 'order by' from t",
            "select a, row_number() over (order by b) from t|select a, row_number() over (order by b) from t" })
    void orderOfTheOuterQueryIsLeftOut(String sql, String unordered) {
        assertThat(SqlOrder.removeFrom(sql)).isEqualTo(unordered);
    }

    @ParameterizedTest
    @ValueSource(strings = { "select * from t order by a limit 3", "select * from t order by field(a, ?)",
            "select * from t order by a = :x", "select * from t order by a fetch first 2 rows only",
            "select a from t order by a offset 3", "select a from t order by a for update",
            "select a from t -- it's\n order by a", "select a from t /* ' */ order by a", "select 1", "",
            "(select a from t order by a limit 2) union (select a from s)" })
    void otherQueriesStayAsTheyAre(String sql) {
        assertThat(SqlOrder.removeFrom(sql)).isEqualTo(sql);
    }
}
