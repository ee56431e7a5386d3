package io.quarkiverse.binds.test.dynamic;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Location of a database of the bind "archive". */
@Entity
public class Place {

    @Id
    public String name;

    @Column(nullable = false)
    public String url;

    /** Whether it is on its way to another server. */
    public boolean moving;

    public Place() {
    }

    public Place(String name, String url) {
        this.name = name;
        this.url = url;
    }
}
