package io.quarkiverse.binds.test.schema;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

import io.quarkiverse.binds.Bind;

@Entity
@Bind("h2")
@Table(name = "book", indexes = @Index(name = "book_title_price", columnList = "title, price"), check = @CheckConstraint(name = "book_price", constraint = "price >= 0"))
public class BookOnH2 extends BookFields {

    @ManyToOne
    @JoinColumn(foreignKey = @ForeignKey(name = "book_author"))
    @OnDelete(action = OnDeleteAction.CASCADE)
    public AuthorOnH2 author;
}
