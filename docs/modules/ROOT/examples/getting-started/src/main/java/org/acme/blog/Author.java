package org.acme.blog;

import jakarta.persistence.Entity;

import io.quarkiverse.binds.Bind;
import io.quarkus.hibernate.orm.panache.PanacheEntity;

// tag::entity[]
@Entity
@Bind("users") // <1>
public class Author extends PanacheEntity {
    public String name;
}
// end::entity[]
