package io.quarkiverse.binds.test.migrations.attributes;

import java.math.BigDecimal;
import java.time.LocalDateTime;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;

import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.NaturalId;

/** Defaults, generated columns, checks, natural id and version, with an id of the application. */
@MappedSuperclass
public abstract class DefaultAttributes {

    @Id
    @Column(length = 20)
    public String id;

    @Version
    public int version;

    @NaturalId
    @Column(length = 30)
    public String isbn;

    @NaturalId
    @Column(length = 30)
    public String edition;

    @Column(length = 30)
    public String title;

    @ColumnDefault("'it''s new'")
    public String textDefault;

    @ColumnDefault("''")
    public String emptyDefault;

    @ColumnDefault("42")
    public int intDefault;

    @ColumnDefault("-1")
    public Integer negativeDefault;

    @ColumnDefault("1.5")
    @Column(precision = 10, scale = 2)
    public BigDecimal decimalDefault;

    @ColumnDefault("true")
    public boolean booleanDefault;

    @ColumnDefault("CURRENT_TIMESTAMP(6)")
    public LocalDateTime timeDefault;

    @ColumnDefault("null")
    public String nullDefault;

    @ColumnDefault("(concat('a', 'b'))")
    public String expressionDefault;

    @Column(columnDefinition = "varchar(40) default 'x y' not null")
    public String ofDefinition;

    @Column(columnDefinition = "decimal(8,3) default 0")
    public BigDecimal decimalOfDefinition;

    public int price;
    public int quantity;

    @GeneratedColumn("price * quantity")
    public Integer total;

    @GeneratedColumn("upper(title)")
    public String upperTitle;

    @GeneratedColumn("(price + 1) * (quantity - 2) / 3")
    public Integer computed;

    @Formula("price * 2")
    public int notAColumn;

    @Column(name = "quantity_limit")
    @Check(constraints = "quantity_limit >= 0 and quantity_limit < 100")
    public int quantityLimit;

    @Check(name = "att_default_rank", constraints = "ranking between 1 and 10 or ranking = 99")
    public int ranking;

    @Column(check = @CheckConstraint(name = "att_default_grade", constraint = "grade in ('A', 'B') or grade is null"))
    public String grade;

    @Column(check = @CheckConstraint(constraint = "length(word) > 2 and not (word = 'no''t')"))
    public String word;
}
