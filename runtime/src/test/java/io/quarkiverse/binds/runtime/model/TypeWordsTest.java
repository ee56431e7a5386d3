package io.quarkiverse.binds.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkiverse.binds.runtime.catalog.CatalogKind;
import io.quarkiverse.binds.runtime.catalog.SqlToken;

/** The types that Hibernate ORM writes, in the words that the catalogs use. */
class TypeWordsTest {

    private static String words(String type, CatalogKind kind) {
        return TypeWords.of(SqlToken.split(type, kind), kind);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            integer                        | int
            bigint                         | bigint
            INT(11)                        | int
            int(10) unsigned               | int unsigned
            bit                            | bit(1)
            boolean                        | tinyint(1)
            tinyint(1)                     | tinyint(1)
            tinyint(4)                     | tinyint
            numeric(10,2)                  | decimal(10,2)
            decimal(21, 0)                 | decimal(21,0)
            decimal                        | decimal(10,0)
            dec(7)                         | decimal(7,0)
            float(53)                      | double
            float(23)                      | float
            double precision               | double
            real                           | double
            varchar(50)                    | varchar(50)
            character varying(50)          | varchar(50)
            nvarchar(50)                   | varchar(50)
            char                           | char(1)
            varbinary(16)                  | varbinary(16)
            longtext                       | longtext
            longblob                       | longblob
            datetime(6)                    | datetime(6)
            datetime(0)                    | datetime
            time(0)                        | time
            timestamp(6)                   | timestamp(6)
            enum ('A','it''s')             | enum('A','it''s')
            json                           | json
            year(4)                        | year
            """)
    void mySql(String type, String expected) {
        assertThat(words(type, CatalogKind.MYSQL)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            json      | longtext
            uuid      | uuid
            bigint    | bigint
            int(11)   | int
            """)
    void mariaDb(String type, String expected) {
        assertThat(words(type, CatalogKind.MARIADB)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            varchar(50)                    | character varying(50)
            varchar                        | character varying
            char(1)                        | character(1)
            char                           | character(1)
            text                           | text
            int                            | integer
            int8                           | bigint
            bigserial                      | bigint
            bool                           | boolean
            float(53)                      | double precision
            float(24)                      | real
            float4                         | real
            numeric(38,2)                  | numeric(38,2)
            decimal(12)                    | numeric(12,0)
            timestamp(6)                   | timestamp(6) without time zone
            timestamp(6) with time zone    | timestamp(6) with time zone
            timestamptz                    | timestamp with time zone
            time(0)                        | time(0) without time zone
            date                           | date
            bytea                          | bytea
            oid                            | oid
            uuid                           | uuid
            jsonb                          | jsonb
            varchar(255) array             | character varying(255)[]
            integer[]                      | integer[]
            """)
    void postgreSql(String type, String expected) {
        assertThat(words(type, CatalogKind.POSTGRESQL)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            varchar(50)                    | character varying(50)
            char                           | character
            char(1)                        | character(1)
            clob                           | character large object
            blob                           | binary large object
            varbinary(255)                 | binary varying(255)
            float(53)                      | float(53)
            numeric(10,2)                  | numeric(10, 2)
            timestamp(6) with time zone    | timestamp(6) with time zone
            enum ('A','B')                 | enum('A', 'B')
            integer array                  | integer array
            varchar(255) array[5]          | character varying(255) array[5]
            interval second(18,6)          | interval second(18, 6)
            """)
    void h2(String type, String expected) {
        assertThat(words(type, CatalogKind.H2)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void wordsStayAsTheyAre(CatalogKind kind) {
        for (String type : new String[] { "smallint", "bigint", "date" }) {
            assertThat(words(type, kind)).isEqualTo(type);
        }
    }
}
