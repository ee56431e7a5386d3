package io.quarkiverse.binds.test.data;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.MappedSuperclass;

import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.YesNoConverter;

/** A row with an attribute of each type that pages by cursor are sorted by, and of some types that they are not. */
@MappedSuperclass
public abstract class Item {

    /** Not in the order of the alphabet, by which a database would sort the texts. */
    public enum Color {
        RED,
        GREEN,
        BLUE
    }

    @Id
    @GeneratedValue
    public Long id;

    /** Whether the row stays as it is while others are inserted and deleted. */
    public boolean stable;

    public int number;
    public Integer ranking;
    public String label;
    public BigDecimal price;
    public Boolean done;
    public LocalDate dueDay;
    public LocalTime dueTime;
    public LocalDateTime changedAt;
    public Instant seenAt;
    public OffsetDateTime sentAt;
    public ZonedDateTime zonedAt;
    public UUID token;
    public Double weight;

    @Enumerated(EnumType.ORDINAL)
    public Color color;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public Color shade;

    /** On MySQL, MariaDB and H2 in a column of the type ENUM. */
    @Enumerated(EnumType.STRING)
    public Color tone;

    @Embedded
    public Box box;

    public Float ratio;
    /** Of single precision on MySQL and MariaDB. */
    @Column(columnDefinition = "float")
    public Double depth;
    @Convert(converter = YesNoConverter.class)
    public Boolean checked;
    @Convert(converter = FitConverter.class)
    public Integer fit;

    public byte[] digest;
    @Lob
    public String essay;
    @ColumnTransformer(read = "secret - 1", write = "? + 1")
    public Integer secret;
    @Column(columnDefinition = "decimal(30, 20)")
    public Double fraction;
    public Duration length;

    @ElementCollection
    public List<String> tags = new ArrayList<>();

    /** Sets an attribute whose column has a type ENUM by its definition, in the order m, z, a. */
    abstract void setFlag(String flag);

    abstract Item parent();

    abstract void setParent(Item parent);
}
