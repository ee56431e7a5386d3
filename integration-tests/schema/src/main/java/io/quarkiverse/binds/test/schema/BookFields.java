package io.quarkiverse.binds.test.schema;

import java.math.BigDecimal;

import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SequenceGenerator;

/** Book, on every kind of database. */
@MappedSuperclass
public abstract class BookFields {

    @Id
    @GeneratedValue(generator = "book_seq")
    @SequenceGenerator(name = "book_seq")
    public Long id;

    public String title;

    @Column(nullable = false, precision = 10, scale = 2)
    public BigDecimal price;
}
