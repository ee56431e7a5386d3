package io.quarkiverse.binds.blog.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

import io.quarkus.hibernate.orm.panache.PanacheEntity;

/** A word that posts are found by. */
@Entity
@Table(uniqueConstraints = @UniqueConstraint(name = "tag_name", columnNames = "name"))
public class Tag extends PanacheEntity {

    public static final int NAME_LENGTH = 40;

    @Column(nullable = false, length = NAME_LENGTH)
    public String name;

    /** The tag of that name, made if there is none yet. */
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
