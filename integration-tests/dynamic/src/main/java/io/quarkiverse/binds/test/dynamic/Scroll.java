package io.quarkiverse.binds.test.dynamic;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import io.quarkiverse.binds.Bind;

/** What is in an archive, whose table is made by migrations. */
@Entity
@Bind("archive")
public class Scroll {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @Column(nullable = false)
    public String text;

    public String origin;

    public Scroll() {
    }

    public Scroll(String text, String origin) {
        this.text = text;
        this.origin = origin;
    }
}
