package io.quarkiverse.binds.test.devui;

import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;

import io.quarkiverse.binds.Sensitive;
import io.quarkus.hibernate.orm.panache.PanacheEntity;

@Entity
public class Author extends PanacheEntity {

    @Sensitive
    public String name;

    @OneToMany(mappedBy = "author", cascade = CascadeType.ALL)
    public List<Book> books = new ArrayList<>();
}
