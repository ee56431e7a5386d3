package io.quarkiverse.binds.test.observability;

import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntity;

@Entity
public class Book extends PanacheEntity implements Titled {

    public String title;

    @ManyToOne
    public Author author;

    @Override
    public String title() {
        return title;
    }
}
