package org.acme.blog;

import jakarta.persistence.Entity;

import io.quarkus.hibernate.orm.panache.PanacheEntity;

// tag::entity[]
@Entity // <1>
public class BlogPost extends PanacheEntity {
    public String title;
    public Long authorId; // <2>
}
// end::entity[]
