package io.quarkiverse.binds.test.dev;

import java.util.List;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import io.quarkiverse.binds.Bind;

@Entity
@Table(name = "book")
@Bind("library")
public class ConsoleBook {

    @Id
    public int id;

    public String title;

    @ManyToOne(fetch = FetchType.LAZY)
    public ConsoleShelf shelf;

    @ElementCollection
    public List<String> tags;
}
