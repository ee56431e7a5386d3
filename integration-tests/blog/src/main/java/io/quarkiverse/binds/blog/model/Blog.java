package io.quarkiverse.binds.blog.model;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Blog that was created at run time. Its name is stored in the default bind, its articles in a database of its own. */
@Entity
public class Blog {

    public static final int NAME_LENGTH = 30;

    /** Key of its database. */
    @Id
    @Column(length = NAME_LENGTH)
    public String name;

    @Column(nullable = false)
    public Instant created;
}
