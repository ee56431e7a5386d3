package io.quarkiverse.binds.runtime.readonly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** L6: statements that a read-only unit of work sends. */
class StatementKindTest {

    private static final List<SqlSyntax> ALL = List.of(SqlSyntax.MYSQL, SqlSyntax.POSTGRESQL, SqlSyntax.STANDARD);

    @ParameterizedTest
    @ValueSource(strings = {
            "select 1", "  SELECT * FROM t", "(select 1) union (select 2)", "((select 1))",
            "with a as (select 1) select * from a",
            "with recursive a(n) as (select 1 union all select n + 1 from a where n < 5) select n from a",
            "values (1), (2)", "table t", "show variables like 'a%'", "explain select 1", "explain delete from t",
            "explain (format json) update t set a = 1", "explain analyze select 1", "explain (analyze, buffers) select 1",
            "describe t", "desc t", "", "  ", ";", "-- nothing", "/* nothing */", "select 1;", "select 1; select 2;",
            "select * from t for update", "select * from t for no key update", "select * from t for share",
            "select replace(a, 'x', 'y'), insert('a', 1, 1, 'b') from t", "select (replace(a, 'x', 'y')) from t",
            "select 'insert into t values (1)'", "select \"delete\", \"update\" from t", "select 'it''s; delete from t'",
            "select /* ; delete from t */ 1", "select 1 -- ; delete from t", "select 1 -- ; delete from t\n where 1 = 1",
            "select a.update, a.delete from a", "select 1 where a = ? and b = :name and c = ?1", "select 1e5, 0x1f, .5",
            "select current_setting('lock_timeout', true)", "set local lock_timeout = 5000", "set LOCK_TIMEOUT 1000",
            "set session statement_timeout = '5s'", "set @@session.innodb_lock_wait_timeout = 5", "set lock_wait_timeout = 5",
            "select @@session.innodb_lock_wait_timeout", "select count(*) into @n from t", "\n\t select 1" })
    void readsAreRecognisedInEverySyntax(String sql) {
        for (SqlSyntax syntax : ALL) {
            assertThat(StatementKind.write(sql, syntax)).as(sql + " " + syntax).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "insert into t values (1)                                   | an INSERT",
            "INSERT INTO t SELECT * FROM u                              | an INSERT",
            "update t set a = 1                                         | an UPDATE",
            "delete from t                                              | a DELETE",
            "merge into t using u on t.a = u.a when matched then delete | a MERGE",
            "replace into t values (1)                                  | a REPLACE",
            "truncate table t                                           | a TRUNCATE",
            "create table t (a int)                                     | a CREATE",
            "alter table t add b int                                    | an ALTER",
            "drop table t                                               | a DROP",
            "call p(1)                                                  | a CALL",
            "{call p(?)}                                                | a CALL",
            "{? = call f(?)}                                            | a CALL",
            "do sleep(1)                                                | a DO",
            "do $$ begin delete from t; end $$                          | a DO",
            "exec p                                                     | an EXEC",
            "copy t from stdin                                          | a COPY",
            "load data infile 'f' into table t                          | a LOAD",
            "lock tables t write                                        | a LOCK",
            "grant select on t to u                                     | a GRANT",
            "analyze table t                                            | an ANALYZE",
            "commit                                                     | a COMMIT",
            "set global read_only = 0                                   | a SET",
            "set transaction read write                                 | a SET",
            "set session characteristics as transaction read write      | a SET",
            "set lock_timeout = 1, global x = 2                         | a SET",
            "set @@global.innodb_lock_wait_timeout = 1                  | a SET",
            "frobnicate t                                               | a FROBNICATE",
            "select 1; delete from t                                    | a DELETE",
            "; ; update t set a = 1                                     | an UPDATE",
            "(delete from t)                                            | a DELETE",
            "with a as (insert into t values (1) returning *) select * from a   | an INSERT",
            "with a as materialized (update t set b = 1 returning *) table a    | an UPDATE",
            "with a as (select 1), b as (delete from t returning *) select 1    | a DELETE",
            "with a as (select 1) delete from t where a in (select * from a)    | a DELETE",
            "with a(n) as (select 1) update t set b = 1                         | an UPDATE",
            "with a as (select 1) insert into t select * from a                 | an INSERT",
            "with a as (delete from \"t\" returning *) select 1                 | a DELETE",
            "select * from final table (insert into t values (1))               | an INSERT",
            "select * from old table (delete from t)                            | a DELETE",
            "select * into u from t                                             | a SELECT INTO",
            "select * into temp u from t                                        | a SELECT INTO",
            "select * from t into outfile '/tmp/x'                              | a SELECT INTO",
            "table t into outfile '/tmp/x'                                      | a SELECT INTO",
            "explain analyze delete from t                                      | an EXPLAIN ANALYZE of a DELETE",
            "explain (analyze, format json) update t set a = 1                  | an EXPLAIN ANALYZE of an UPDATE",
            "explain analyze with a as (delete from t returning *) select 1     | an EXPLAIN ANALYZE of a DELETE",
            "describe analyze insert into t values (1)                          | an EXPLAIN ANALYZE of an INSERT",
            "/* select */ delete from t                                         | a DELETE" })
    void writesAreNamedInEverySyntax(String sql, String kind) {
        for (SqlSyntax syntax : ALL) {
            assertThat(StatementKind.write(sql, syntax)).as(sql + " " + syntax).isEqualTo(kind);
        }
    }

    static Stream<Arguments> lexicalDifferences() {
        return Stream.of(
                Arguments.of("select 1 /*! ; delete from t */", "a DELETE", null, null),
                Arguments.of("/*!50110 delete from t */", "a DELETE", null, null),
                Arguments.of("/*M!100100 delete from t */", "a DELETE", null, null),
                Arguments.of("select 1 /*! into outfile 'x' */", "a SELECT INTO", null, null),
                Arguments.of("select 1 # ; delete from t", null, "a DELETE", "a DELETE"),
                Arguments.of("select 1 --1; delete from t", "a DELETE", null, null),
                Arguments.of("select 'a\\'; delete from t; -- '", null, "a DELETE", "a DELETE"),
                Arguments.of("select /* /* */ 1; delete from t -- */", "a DELETE", null, null),
                Arguments.of("select $$; delete from t$$", "a DELETE", null, null),
                Arguments.of("select $a$ $b$; delete from t $b$ $a$", "a DELETE", null, null),
                Arguments.of("select E'a\\'; delete from t'", null, null, null),
                Arguments.of("select 1 // it's\n; delete from t", null, null, "a DELETE"));
    }

    @ParameterizedTest
    @MethodSource("lexicalDifferences")
    void sqlIsParsedByTheRulesOfItsServer(String sql, String mysql, String postgresql, String standard) {
        assertThat(StatementKind.write(sql, SqlSyntax.MYSQL)).as("MySQL: " + sql).isEqualTo(mysql);
        assertThat(StatementKind.write(sql, SqlSyntax.POSTGRESQL)).as("PostgreSQL: " + sql).isEqualTo(postgresql);
        assertThat(StatementKind.write(sql, SqlSyntax.STANDARD)).as("H2: " + sql).isEqualTo(standard);
    }

    /** Text in comments and quotes has no effect, and hides no text outside of them. */
    @Test
    void commentsAndQuotesNeitherHideNorAddStatements() {
        long seed = Long.getLong("binds.seed", 20);
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            SqlSyntax syntax = ALL.get(random.nextInt(ALL.size()));
            StringBuilder reading = new StringBuilder(noise(random, syntax)).append("select ");
            for (int i = random.nextInt(4); i >= 0; i--) {
                reading.append(quoted(random, syntax)).append(noise(random, syntax)).append(i > 0 ? "," : " ");
            }
            reading.append("from t").append(noise(random, syntax));
            String writing = reading + ";" + noise(random, syntax) + "delete" + noise(random, syntax) + "from t";

            assertThat(StatementKind.write(reading.toString(), syntax)).as("seed %d, %s: %s", seed, syntax, reading).isNull();
            assertThat(StatementKind.write(writing, syntax)).as("seed %d, %s: %s", seed, syntax, writing).isEqualTo("a DELETE");
        }
    }

    private static final List<String> HIDDEN = List.of("; delete from t", "insert into t values (1)", ") update t set a = 1",
            "( delete from t", "it", "--", "#", "/", "into outfile", "$");

    private static String hidden(Random random) {
        return HIDDEN.get(random.nextInt(HIDDEN.size()));
    }

    private static String noise(Random random, SqlSyntax syntax) {
        return switch (random.nextInt(syntax.hashComments() ? 5 : 4)) {
            case 0 -> " ";
            case 1 -> "\n/* " + hidden(random) + " ' \" ` */\t";
            case 2 -> " -- " + hidden(random) + " ' */ \n";
            case 3 -> syntax.nestedComments() ? " /* /* " + hidden(random) + " */ " + hidden(random) + " */ " : " /* /* */ ";
            default -> " # " + hidden(random) + " '\n";
        };
    }

    private static String quoted(Random random, SqlSyntax syntax) {
        return switch (random.nextInt(syntax.dollarQuotes() ? 6 : 4)) {
            case 0 -> "'" + hidden(random) + "'";
            case 1 -> "'a''" + hidden(random) + "'' '";
            case 2 -> "\"" + hidden(random) + "\"";
            case 3 -> syntax.backslashEscapes() ? "'\\'" + hidden(random) + "\\\\'" : "'" + hidden(random) + "\\'";
            case 4 -> "$q$" + hidden(random) + "'$q$";
            default -> "$$ ' " + hidden(random).replace("$", "") + "$$";
        };
    }
}
