package io.quarkiverse.binds.runtime.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HqlTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "name = ?1                       | from java.lang.String where name = ?1",
            "where name = ?1 order by id     | from java.lang.String where name = ?1 order by id",
            "ORDER BY name                   | from java.lang.String ORDER BY name",
            "''                              | from java.lang.String",
            "from Post p where p.id = ?1     | from Post p where p.id = ?1",
            "select p from Post p            | select p from Post p",
            "fromage = ?1                    | from java.lang.String where fromage = ?1",
            "ordering = 1                    | from java.lang.String where ordering = 1" })
    void partialQueryIsCompleted(String query, String whole) {
        assertThat(Hql.whole(String.class, query)).isEqualTo(whole);
    }
}
