package io.quarkiverse.binds.runtime.readonly;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** L19: which statements need no transaction; whatever is not known to read only, needs one. */
class PlainReadsTest {

    @ParameterizedTest
    @ValueSource(strings = { "select n1_0.id,n1_0.name from note n1_0 where n1_0.id=?",
            "select count(*) from note n1_0", "(select 1) union all (select 2)", "select 1;",
            "select id from note order by id limit ?,?", "select id from note offset ? rows fetch next ? rows only",
            "select coalesce(max(id), 0), lower(name) from note group by lower(name) having count(*) > 1",
            "select cast(id as varchar(20)) from note where id in (?, ?) and (a or b) and not (c)",
            "select substring(name from 1 for 2) from note", "with a as (select 1) select * from a",
            "select 'for update', 'lock in share mode', 'nextval(1)' from note", "select id from note /* for update */",
            "values (1), (2)" })
    void queryNeedsNoTransaction(String sql) {
        assertThat(PlainReads.of("mysql").contains(sql)).as("MySQL").isTrue();
        assertThat(PlainReads.of("mariadb").contains(sql)).as("MariaDB").isTrue();
        assertThat(PlainReads.of("postgresql").contains(sql)).as("PostgreSQL").isTrue();
        assertThat(PlainReads.of("h2").contains(sql)).as("H2").isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "insert into note values (1)", "update note set a = 1", "delete from note",
            "select 1; delete from note", "select 1; select 2", "call f()", "{call f()}", "set a = 1", "truncate table note",
            "with a as (insert into note values (1) returning id) select * from a", "select id into b from note",
            "select id from note for update", "select id from note for no key update", "select id from note for key share",
            "select id from note for share nowait", "select id from note FOR\n UPDATE skip locked",
            "select id from note lock in share mode", "select nextval('s')", "select next value for s", "select f(1)",
            "select s.lower('a')", "select \"lower\"('a')", "select pg_advisory_lock(1)", "select get_lock('a', 1)",
            "select last_insert_id()", "select found_rows()", "select sql_calc_found_rows id from note",
            "explain analyze delete from note", "show tables", "", "(", "commit" })
    void anythingElseNeedsTransaction(String sql) {
        assertThat(PlainReads.of("mysql").contains(sql)).as("MySQL").isFalse();
        assertThat(PlainReads.of("mariadb").contains(sql)).as("MariaDB").isFalse();
        assertThat(PlainReads.of("postgresql").contains(sql)).as("PostgreSQL").isFalse();
        assertThat(PlainReads.of("h2").contains(sql)).as("H2").isFalse();
    }

    /** Variables belong to the session of the connection. */
    @Test
    void variablesOfMySqlNeedTransaction() {
        assertThat(PlainReads.of("mysql").contains("select @a")).isFalse();
        assertThat(PlainReads.of("mysql").contains("select /*!80000 id from note for update */")).isFalse();
        assertThat(PlainReads.of("postgresql").contains("select id from note where tags @> ?")).isTrue();
    }

    @Test
    void otherServersAreReadInTransactions() {
        assertThat(PlainReads.of("mssql")).isNull();
    }

    /** Statements with values in their text do not fill the memory. */
    @Test
    void numberOfRememberedStatementsIsBounded() {
        PlainReads reads = PlainReads.of("h2");
        for (int i = 0; i < 10_000; i++) {
            assertThat(reads.contains("select " + i)).isTrue();
        }
        assertThat(reads.rememberedCount()).isLessThanOrEqualTo(2_000);
    }
}
