package io.quarkiverse.binds.test.driver;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;

import io.quarkus.hibernate.orm.panache.PanacheEntity;

/** A note, in the default bind. */
@Entity
public class Note extends PanacheEntity {

    @Column(unique = true)
    public String text;

    /** For Hibernate. */
    public Note() {
    }

    Note(String text) {
        this.text = text;
    }
}
