package io.quarkiverse.binds.test.migrations.attributes;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.TableGenerator;

import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.NumericBooleanConverter;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.TrueFalseConverter;
import org.hibernate.type.YesNoConverter;

/** Enums and converted truth values, with an id of a table. */
@MappedSuperclass
public abstract class EnumAttributes {

    /** Values of an enum; one alone is written in another way by PostgreSQL. */
    public enum Color {
        RED,
        GREEN,
        BLUE
    }

    public enum Only {
        ONE
    }

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "att_enum_ids")
    @TableGenerator(name = "att_enum_ids", table = "att_enum_ids", initialValue = 5)
    public Long id;

    @Enumerated(EnumType.STRING)
    public Color byName;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 20)
    public Color required;

    @Enumerated(EnumType.STRING)
    @ColumnDefault("'RED'")
    public Color withDefault;

    @Enumerated(EnumType.STRING)
    public Only single;

    @Enumerated
    public Color byOrdinal;

    @Enumerated
    public Only onlyByOrdinal;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public Color asText;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(10) default 'RED' not null")
    public Color ofDefinition;

    @Convert(converter = YesNoConverter.class)
    public Boolean yesOrNo;

    @Convert(converter = TrueFalseConverter.class)
    public Boolean trueOrFalse;

    @Convert(converter = NumericBooleanConverter.class)
    public Boolean oneOrZero;
}
