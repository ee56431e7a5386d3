package io.quarkiverse.binds.runtime.migration.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementKindsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "insert into a values (1)                | true",
            "-- first\\n  # second\\n UPDATE a set b=1 | true",
            "/* create */ delete from a              | true",
            "(select 1)                              | true",
            "with x as (select 1) select * from x    | true",
            "create table a (id int)                 | false",
            "ALTER TABLE a drop b                    | false",
            "truncate table a                        | false",
            "call p()                                | false",
            "''                                      | false" })
    void changesOfRowsAreRolledBack(String sql, boolean rolledBack) {
        assertThat(StatementKinds.isRolledBack(sql.replace("\\n", "\n"))).isEqualTo(rolledBack);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "set @x = 1                            | true",
            "/*!40101 SET NAMES utf8 */            | true",
            "use other                             | true",
            "create temporary table a (id int)     | true",
            "create table temporary_a (id int)     | false",
            "insert into a values (1)              | false" })
    void settingsAreRepeatedByALaterRun(String sql, boolean ofSession) {
        assertThat(StatementKinds.isOfSession(sql)).isEqualTo(ofSession);
    }
}
