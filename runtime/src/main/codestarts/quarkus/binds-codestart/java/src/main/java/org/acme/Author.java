package org.acme;

import jakarta.persistence.Entity;

import io.quarkiverse.binds.Bind;
import io.quarkus.hibernate.orm.panache.PanacheEntity;

/** An author, in the database of the bind "users". */
@Entity
@Bind("users")
public class Author extends PanacheEntity {
    public String name;
}
