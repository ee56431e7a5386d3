package io.quarkiverse.binds.test.schema;

import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

/** Author, on every kind of database. */
@MappedSuperclass
public abstract class AuthorFields {

    static final int NAME_LENGTH = 50;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @Column(nullable = false, length = NAME_LENGTH, comment = "as on the cover")
    public String name;
}
