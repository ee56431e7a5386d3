package io.quarkiverse.binds.test.migrations.attributes;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

import org.hibernate.annotations.Collate;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.SoftDeleteType;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.RenamedFrom;

/** The entities of all attributes on MySQL. */
public final class AttributesOnMySql {

    private AttributesOnMySql() {
    }

    @Entity(name = "AttBasic")
    @Bind("mysql")
    @RenamedFrom("simple")
    @Table(name = "att_basic", comment = "all basic types")
    public static class Basic extends BasicAttributes {

        @Collate("utf8mb4_bin")
        @Column(length = 30)
        public String collated;
    }

    @Entity(name = "AttTime")
    @Bind("mysql")
    @Table(name = "att_time")
    public static class Time extends TimeAttributes {

        @Column(columnDefinition = "timestamp(3) null default current_timestamp(3) on update current_timestamp(3)")
        public Instant touched;

        @Column(columnDefinition = "datetime on update current_timestamp")
        public Instant updated;
    }

    @Entity(name = "AttEnum")
    @Bind("mysql")
    @Table(name = "att_enum")
    public static class Enums extends EnumAttributes {
    }

    @Entity(name = "AttLarge")
    @Bind("mysql")
    @Table(name = "att_large")
    public static class Large extends LargeAttributes {
    }

    @Entity(name = "AttDefault")
    @Bind("mysql")
    @Table(name = "att_default", uniqueConstraints = {
            @UniqueConstraint(name = "att_default_named", columnNames = { "title", "grade" }),
            @UniqueConstraint(columnNames = { "grade", "word" }) }, indexes = {
                    @Index(name = "att_default_price", columnList = "price desc, quantity"), @Index(columnList = "word"),
                    @Index(name = "att_default_unique", columnList = "ranking, price", unique = true) }, check = {
                            @CheckConstraint(name = "att_default_price_limit", constraint = "price >= 0"),
                            @CheckConstraint(constraint = "price <> quantity or price is not null") })
    public static class Defaults extends DefaultAttributes {

        /** Not stored, unlike what Hibernate ORM itself writes for a generated column. */
        @Column(columnDefinition = "integer generated always as (price + 1) virtual", insertable = false, updatable = false)
        public Integer nextPrice;
    }

    @Entity(name = "AttEmbedded")
    @Bind("mysql")
    @Table(name = "att_embedded")
    public static class Embeddeds extends EmbeddedAttributes {
    }

    @Entity(name = "AttAssociation")
    @Bind("mysql")
    @Table(name = "att_association")
    public static class Association extends AssociationAttributes<Association> {
    }

    /** The default names of table and columns, and a primary key that is a foreign key as well. */
    @Entity
    @Bind("mysql")
    public static class AttributeOwner {

        @Id
        public Long id;

        @MapsId
        @OneToOne
        public Association association;

        public String camelCase;
    }

    /** A table and a column in quotes, and a second table. */
    @Entity(name = "AttQuoted")
    @Bind("mysql")
    @Table(name = "`att_Order`", indexes = @Index(name = "att_quoted", columnList = "`Select`"))
    @SecondaryTable(name = "att_order_more", pkJoinColumns = @PrimaryKeyJoinColumn(name = "order_id"))
    public static class Quoted {

        @Id
        public Integer id;

        @Column(name = "`Select`")
        public String select;

        @Column(table = "att_order_more", length = 33)
        public String more;
    }

    @Entity(name = "AttIdClass")
    @Bind("mysql")
    @Table(name = "att_id_class")
    @IdClass(AttIdClass.class)
    public static class OfIdClass {

        @Id
        public int number;

        @Id
        @Column(length = 9)
        public String series;
    }

    /** The id of {@link OfIdClass}. */
    public static class AttIdClass implements Serializable {

        private static final long serialVersionUID = 1L;

        public int number;
        public String series;

        @Override
        public boolean equals(Object other) {
            return other instanceof AttIdClass id && number == id.number && Objects.equals(series, id.series);
        }

        @Override
        public int hashCode() {
            return Objects.hash(number, series);
        }
    }

    @Entity(name = "AttSoft")
    @Bind("mysql")
    @Table(name = "att_soft")
    @SoftDelete
    public static class Soft {

        @Id
        public Long id;
    }

    @Entity(name = "AttSoftTime")
    @Bind("mysql")
    @Table(name = "att_soft_time")
    @SoftDelete(strategy = SoftDeleteType.TIMESTAMP)
    public static class SoftTime {

        @Id
        public Long id;
    }

    @Entity(name = "AttSingle")
    @Bind("mysql")
    @Table(name = "att_single")
    @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
    @DiscriminatorColumn(name = "kind", length = 12)
    public static class Single {

        @Id
        public Long id;
    }

    @Entity(name = "AttSingleOne")
    @Bind("mysql")
    public static class SingleOne extends Single {

        @Column(nullable = false)
        public String one;
    }

    @Entity(name = "AttSingleTwo")
    @Bind("mysql")
    public static class SingleTwo extends Single {

        public int two;
    }

    @Entity(name = "AttJoined")
    @Bind("mysql")
    @Table(name = "att_joined")
    @Inheritance(strategy = InheritanceType.JOINED)
    public static class Joined {

        @Id
        public Long id;
    }

    @Entity(name = "AttJoinedOne")
    @Bind("mysql")
    @Table(name = "att_joined_one")
    @PrimaryKeyJoinColumn(name = "joined_id")
    public static class JoinedOne extends Joined {

        @Column(nullable = false)
        public String one;
    }

    @Entity(name = "AttPerClass")
    @Bind("mysql")
    @Table(name = "att_per_class")
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    public abstract static class PerClass {

        @Id
        public Long id;

        @Column(unique = true)
        public String shared;
    }

    @Entity(name = "AttPerClassOne")
    @Bind("mysql")
    @Table(name = "att_per_class_one")
    public static class PerClassOne extends PerClass {

        public String one;
    }

    @Entity(name = "AttPerClassTwo")
    @Bind("mysql")
    @Table(name = "att_per_class_two")
    public static class PerClassTwo extends PerClass {

        public int two;
    }
}
