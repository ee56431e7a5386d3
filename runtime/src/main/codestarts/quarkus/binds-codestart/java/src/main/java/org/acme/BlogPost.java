package org.acme;

import jakarta.persistence.Entity;

import io.quarkus.hibernate.orm.panache.PanacheEntity;

/** A post, in the default bind. It has the id of its author, since an association cannot lead into another database. */
@Entity
public class BlogPost extends PanacheEntity {
    public String title;
    public Long authorId;
}
