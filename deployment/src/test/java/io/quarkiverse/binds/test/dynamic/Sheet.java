package io.quarkiverse.binds.test.dynamic;

import jakarta.persistence.Entity;

import io.quarkus.hibernate.orm.panache.PanacheEntity;

/** Entity of the default bind. */
@Entity
public class Sheet extends PanacheEntity {

    public String text;

    public Sheet() {
    }

    public Sheet(String text) {
        this.text = text;
    }
}
