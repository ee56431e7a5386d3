package io.quarkiverse.binds.test.connections;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;

/** Note of the default bind. Its name is not unique, so that a double write shows. */
@Entity
@Table(indexes = @Index(name = "note_name", columnList = "name"))
public class Note {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @Column(nullable = false)
    public String name;

    public Note() {
    }

    public Note(String name) {
        this.name = name;
    }
}
