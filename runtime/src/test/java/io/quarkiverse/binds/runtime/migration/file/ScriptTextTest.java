package io.quarkiverse.binds.runtime.migration.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.runtime.migration.statement.Risk;
import io.quarkiverse.binds.runtime.migration.statement.SqlStatement;

class ScriptTextTest {

    private static final Instant TIME = Instant.parse("2026-11-30T12:00:00.123Z");

    private static final List<SqlStatement> STATEMENTS = List.of(
            new SqlStatement("alter table `book`\n  add column `year` int not null", false, null,
                    List.of("Copies the table"),
                    List.of(new Risk("3 rows have no year", "select count(*) from `book`")), List.of()),
            new SqlStatement("alter table `book`\ndrop column `price`", true, "the values of book.price", List.of(), List.of(),
                    List.of()));

    @Test
    void destructiveStatementIsAComment() {
        assertThat(ScriptText.of("users", "Add year\n; drop table book", TIME, STATEMENTS, false)).isEqualTo(
                """
                        -- Add year
                        -- ; drop table book
                        -- Made for bind 'users' at 2026-11-30T12:00:00Z by db migrate. Review it before it is applied.

                        -- Copies the table
                        -- Risk: 3 rows have no year. The rows:
                        --   select count(*) from `book`
                        alter table `book`
                          add column `year` int not null;

                        -- LOSES DATA: the values of book.price. It is not run: write it with --allow-destructive, now or in a later script.
                        -- alter table `book`
                        -- drop column `price`;
                        """);
    }

    @Test
    void destructiveStatementIsActiveIfAllowed() {
        assertThat(ScriptText.of("users", "x", TIME, STATEMENTS, true)).endsWith("""

                -- LOSES DATA: the values of book.price
                alter table `book`
                drop column `price`;
                """);
    }
}
