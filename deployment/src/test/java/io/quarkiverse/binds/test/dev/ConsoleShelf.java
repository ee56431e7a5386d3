package io.quarkiverse.binds.test.dev;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.quarkiverse.binds.Bind;

@Entity
@Table(name = "shelf")
@Bind("library")
public class ConsoleShelf {

    @Id
    public int id;

    public String room;
}
