package org.acme.queries;

import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;

import io.quarkus.hibernate.orm.panache.PanacheEntity;

@Entity
public class Author extends PanacheEntity {

    public String name;

    @OneToMany
    public List<Book> books;
}
