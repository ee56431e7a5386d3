package io.quarkiverse.binds.runtime.migration;

import java.math.BigDecimal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import org.hibernate.Length;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import io.quarkiverse.binds.RenamedFrom;
import io.quarkiverse.binds.runtime.migration.TableEntities.Numbered;

/** Entities before and after a change of a column. */
final class ColumnEntities {

    private ColumnEntities() {
    }

    static final class AddedNullable {

        @Entity(name = "column_added")
        static class Before extends Numbered {
        }

        @Entity(name = "column_added")
        static class After extends Numbered {

            @Column(precision = 10, scale = 2)
            public BigDecimal price;
        }
    }

    static final class AddedNotNull {

        @Entity(name = "column_added_not_null")
        static class Before extends Numbered {
        }

        @Entity(name = "column_added_not_null")
        static class After extends Numbered {

            @Column(precision = 10, scale = 2, nullable = false)
            public BigDecimal price;
        }
    }

    static final class Dropped {

        @Entity(name = "column_dropped")
        static class Before extends Numbered {

            public Integer age;
        }

        @Entity(name = "column_dropped")
        static class After extends Numbered {
        }
    }

    static final class NotNullDropped {

        @Entity(name = "not_null_column_dropped")
        static class Before extends Numbered {

            public int age;
        }

        @Entity(name = "not_null_column_dropped")
        static class After extends Numbered {
        }
    }

    static final class Renamed {

        @Entity(name = "column_renamed")
        static class Before extends Numbered {

            @Column(length = 50)
            public String title;
        }

        @Entity(name = "column_renamed")
        static class After extends Numbered {

            @RenamedFrom("title")
            @Column(length = 50)
            public String caption;
        }
    }

    static final class Longer {

        @Entity(name = "varchar_longer")
        static class Before extends Numbered {

            @Column(length = 50)
            public String title;
        }

        @Entity(name = "varchar_longer")
        static class After extends Numbered {

            @Column(length = 100)
            public String title;
        }
    }

    static final class Shorter {

        @Entity(name = "varchar_shorter")
        static class Before extends Numbered {

            @Column(length = 100)
            public String title;
        }

        @Entity(name = "varchar_shorter")
        static class After extends Numbered {

            @Column(length = 50)
            public String title;
        }
    }

    static final class Text {

        @Entity(name = "varchar_to_text")
        static class Before extends Numbered {

            @Column(length = 50)
            public String title;
        }

        @Entity(name = "varchar_to_text")
        static class After extends Numbered {

            @Column(length = Length.LONG32)
            public String title;
        }
    }

    static final class IntToBigint {

        @Entity(name = "int_to_bigint")
        static class Before extends Numbered {

            public Integer age;
        }

        @Entity(name = "int_to_bigint")
        static class After extends Numbered {

            public Long age;
        }
    }

    static final class BigintToInt {

        @Entity(name = "bigint_to_int")
        static class Before extends Numbered {

            public Long age;
        }

        @Entity(name = "bigint_to_int")
        static class After extends Numbered {

            public Integer age;
        }
    }

    static final class IntToVarchar {

        @Entity(name = "int_to_varchar")
        static class Before extends Numbered {

            public Integer age;
        }

        @Entity(name = "int_to_varchar")
        static class After extends Numbered {

            public String age;
        }
    }

    static final class Decimal {

        @Entity(name = "decimal_wider")
        static class Before extends Numbered {

            @Column(precision = 10, scale = 2)
            public BigDecimal price;
        }

        @Entity(name = "decimal_wider")
        static class After extends Numbered {

            @Column(precision = 12, scale = 4)
            public BigDecimal price;
        }
    }

    static final class NotNull {

        @Entity(name = "nullable_to_not_null")
        static class Before extends Numbered {

            @Column(length = 50)
            public String title;
        }

        @Entity(name = "nullable_to_not_null")
        static class After extends Numbered {

            @Column(length = 50, nullable = false)
            public String title;
        }
    }

    static final class Nullable {

        @Entity(name = "not_null_to_nullable")
        static class Before extends Numbered {

            @Column(length = 50, nullable = false)
            public String title;
        }

        @Entity(name = "not_null_to_nullable")
        static class After extends Numbered {

            @Column(length = 50)
            public String title;
        }
    }

    static final class Default {

        @Entity(name = "default_added")
        static class Before extends Numbered {

            public Integer age;
        }

        @Entity(name = "default_added")
        static class After extends Numbered {

            @ColumnDefault("7")
            public Integer age;
        }
    }

    static final class Comment {

        @Entity(name = "column_comment")
        static class Before extends Numbered {

            public Integer age;
        }

        @Entity(name = "column_comment")
        static class After extends Numbered {

            @org.hibernate.annotations.Comment("it's the age")
            public Integer age;
        }
    }

    static final class EnumValueAdded {

        enum OldStatus {
            A,
            B
        }

        enum Status {
            A,
            B,
            C
        }

        @Entity(name = "enum_value_added")
        static class Before extends Numbered {

            @Enumerated(EnumType.STRING)
            public OldStatus status;
        }

        @Entity(name = "enum_value_added")
        static class After extends Numbered {

            @Enumerated(EnumType.STRING)
            public Status status;
        }
    }

    static final class EnumValueRemoved {

        enum OldStatus {
            A,
            B
        }

        enum Status {
            A,
            B,
            C
        }

        @Entity(name = "enum_value_removed")
        static class Before extends Numbered {

            @Enumerated(EnumType.STRING)
            public Status status;
        }

        @Entity(name = "enum_value_removed")
        static class After extends Numbered {

            @Enumerated(EnumType.STRING)
            public OldStatus status;
        }
    }

    /** The type of the column, not the column, has the values on PostgreSQL. */
    static final class NamedEnumGrown {

        @Entity(name = "named_enum_grown")
        static class Before extends Numbered {

            enum Grown {
                B,
                D
            }

            @JdbcTypeCode(SqlTypes.NAMED_ENUM)
            @ColumnDefault("'B'")
            public Grown status;
        }

        @Entity(name = "named_enum_grown")
        static class After extends Numbered {

            enum Grown {
                A,
                B,
                C,
                D,
                E
            }

            @JdbcTypeCode(SqlTypes.NAMED_ENUM)
            @ColumnDefault("'B'")
            public Grown status;
        }
    }

    static final class NamedEnumShrunk {

        @Entity(name = "named_enum_shrunk")
        static class Before extends Numbered {

            enum Shrunk {
                A,
                B,
                C
            }

            @JdbcTypeCode(SqlTypes.NAMED_ENUM)
            @ColumnDefault("'B'")
            public Shrunk status;
        }

        @Entity(name = "named_enum_shrunk")
        static class After extends Numbered {

            enum Shrunk {
                B,
                C
            }

            @JdbcTypeCode(SqlTypes.NAMED_ENUM)
            @ColumnDefault("'B'")
            public Shrunk status;
        }
    }

    static final class NamedEnumAdded {

        @Entity(name = "named_enum_added")
        static class After extends Numbered {

            enum Added {
                A,
                B
            }

            @JdbcTypeCode(SqlTypes.NAMED_ENUM)
            @ColumnDefault("'B'")
            public Added status;
        }
    }

    static final class PrimaryKeyType {

        @Entity(name = "primary_key_type")
        static class Before {

            @Id
            public Integer id;
        }

        @Entity(name = "primary_key_type")
        static class After {

            @Id
            public Long id;
        }
    }
}
