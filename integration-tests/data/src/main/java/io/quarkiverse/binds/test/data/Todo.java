package io.quarkiverse.binds.test.data;

import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

/** A row that each kind of database has in a table of its own. */
@MappedSuperclass
public abstract class Todo {

    @Id
    @GeneratedValue
    public Long id;

    @Column(unique = true)
    public int number;

    @ElementCollection
    public List<String> tags = new ArrayList<>();
}
