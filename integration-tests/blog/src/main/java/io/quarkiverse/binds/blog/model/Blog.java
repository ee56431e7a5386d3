package io.quarkiverse.binds.blog.model;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** One of the blogs that were made at run time. That there is one is known in the default bind; what is in it, is elsewhere. */
@Entity
public class Blog {

    public static final int NAME_LENGTH = 30;

    /** The key of its database. */
    @Id
    @Column(length = NAME_LENGTH)
    public String name;

    @Column(nullable = false)
    public Instant created;
}
