package io.quarkiverse.binds.test.dynamic;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;

import io.quarkiverse.binds.Bind;
import io.quarkus.hibernate.orm.panache.PanacheEntity;

/** Row of an archive, whose tables are created by migrations. Its id comes from a sequence. */
@Entity
@Bind("archive")
public class Scroll extends PanacheEntity {

    @Column(nullable = false)
    public String text;

    public String origin;

    public Scroll() {
    }

    public Scroll(String text) {
        this.text = text;
    }
}
