package io.quarkiverse.binds.test.observability;

import java.util.LinkedHashSet;
import java.util.Set;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;

/** A row with an id of its own choice, in two tables for a subclass, and with a collection of values. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
public class Album implements Titled {

    @Id
    public Long id;

    @Column(unique = true)
    public String title;

    @ElementCollection
    public Set<String> tracks = new LinkedHashSet<>();

    @ManyToOne(cascade = CascadeType.PERSIST)
    public Author author;

    public Album() {
    }

    public Album(long id, String title) {
        this.id = id;
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
