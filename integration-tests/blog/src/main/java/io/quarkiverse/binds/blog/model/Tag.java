package io.quarkiverse.binds.blog.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

import io.quarkus.hibernate.orm.panache.PanacheEntity;

/** Keyword of posts. */
@Entity
@Table(uniqueConstraints = @UniqueConstraint(name = "tag_name", columnNames = "name"))
public class Tag extends PanacheEntity {

    public static final int NAME_LENGTH = 40;

    @Column(nullable = false, length = NAME_LENGTH)
    public String name;

    /** Finds the tag by name, or creates it. */
    public static Tag named(String name) {
        Tag found = find("name", name).firstResult();
        if (found == null) {
            found = new Tag();
            found.name = name;
            found.persist();
        }
        return found;
    }
}
