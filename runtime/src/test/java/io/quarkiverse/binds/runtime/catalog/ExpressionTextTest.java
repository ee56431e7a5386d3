package io.quarkiverse.binds.runtime.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expressions as mappings have them, beside those that the servers have made of them. */
class ExpressionTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            price >= 0                        | (`price` >= 0)
            price * quantity                  | (`price` * `quantity`)
            (a + 1) * (b - 2) / 3             | (((`a` + 1) * (`b` - 2)) / 3)
            status in ('A','B')               | (`status` in (_utf8mb4'A',_utf8mb4'B'))
            (ord between 0 and 2)             | (`ord` between 0 and 2)
            not (a = 'no''t')                 | (`a` <> _utf8mb4'no\\'t')
            true                              | 1
            true                              | b'1'
            1.5                               | 1.50
            '1'                               | 1
            'it''s'                           | 'it''s'
            now()                             | CURRENT_TIMESTAMP
            CURRENT_TIMESTAMP(6)              | current_timestamp(6)
            a is not null and b != 2          | ((`a` is not null) and (`b` <> 2))
            case when a then 1 else 2 end     | (case when `a` then 1 else 2 end)
            """)
    void sameOnMySql(String mapped, String catalog) {
        assertThat(ExpressionText.same(mapped, catalog, CatalogKind.MYSQL))
                .as("%s, %s", ExpressionText.canonical(mapped, CatalogKind.MYSQL),
                        ExpressionText.canonical(catalog, CatalogKind.MYSQL))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            price >= 0                        | (price >= (0)::numeric)
            'abc'                             | 'abc'::character varying
            -1                                | '-1'::integer
            status in ('A','B')               | ((status)::text = ANY ((ARRAY['A'::character varying, 'B'::character varying])::text[]))
            status not in ('A','B')           | ((status)::text <> ALL (ARRAY[('A'::character varying)::text, ('B'::character varying)::text]))
            status in ('A')                   | ((status)::text = 'A'::text)
            (ord between 0 and 2)             | ((ord >= 0) AND (ord <= 2))
            upper(title)                      | upper((title)::text)
            title like 'a%'                   | ((title)::text ~~ 'a%'::text)
            a = 1 or b = 2 or c = 3           | ((a = 1) OR (b = 2) OR (c = 3))
            date '2026-01-01'                 | '2026-01-01'::date
            cast(a as text)                   | (a)::text
            CURRENT_TIMESTAMP(6)              | CURRENT_TIMESTAMP(6)
            """)
    void sameOnPostgreSql(String mapped, String catalog) {
        assertThat(ExpressionText.same(mapped, catalog, CatalogKind.POSTGRESQL))
                .as("%s, %s", ExpressionText.canonical(mapped, CatalogKind.POSTGRESQL),
                        ExpressionText.canonical(catalog, CatalogKind.POSTGRESQL))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            (status in ('A','B'))             | "STATUS" IN('A', 'B')
            price * 2                         | "PRICE" * 2
            now()                             | LOCALTIMESTAMP
            (ord between 0 and 2)             | "ORD" BETWEEN 0 AND 2
            """)
    void sameOnH2(String mapped, String catalog) {
        assertThat(ExpressionText.same(mapped, catalog, CatalogKind.H2)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            price >= 0              | price > 0
            price >= 0              | price >= 1
            'A'                     | 'a'
            'A '                    | 'A'
            a + b * c               | (a + b) * c
            a and b or c            | a and (b or c)
            status in ('A','B')     | status in ('A','B','C')
            not a = 1               | a = 1
            upper(a)                | lower(a)
            'x'                     | ''
            """)
    void different(String one, String other) {
        for (CatalogKind kind : CatalogKind.values()) {
            assertThat(ExpressionText.same(one, other, kind)).as(kind.toString()).isFalse();
        }
    }

    @Test
    void defaultNullIsNone() {
        for (CatalogKind kind : CatalogKind.values()) {
            assertThat(ExpressionText.same(null, "NULL", kind)).as(kind.toString()).isTrue();
            assertThat(ExpressionText.same(null, "'null'", kind)).as(kind.toString()).isFalse();
        }
    }

    @Test
    void whatIsNotUnderstoodIsComparedByItsTokens() {
        assertThat(ExpressionText.canonical("extract(YEAR  from `a`)", CatalogKind.MYSQL)).isEqualTo("extract ( year from a )");
    }
}
