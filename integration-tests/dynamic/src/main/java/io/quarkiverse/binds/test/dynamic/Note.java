package io.quarkiverse.binds.test.dynamic;

import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;

import io.quarkiverse.binds.Bind;
import io.quarkus.hibernate.orm.panache.PanacheEntity;
import io.quarkus.panache.common.Sort;

/** Note of a tenant. Its id comes from a sequence, from which Hibernate reserves fifty values at a time. */
@Entity
@Bind("tenants")
public class Note extends PanacheEntity {

    @Column(nullable = false)
    public String text;

    public int amount;

    @Version
    public int version;

    public Note() {
    }

    public Note(String text) {
        this.text = text;
    }

    static List<String> texts() {
        return Note.<Note> listAll(Sort.by("id")).stream().map(note -> note.text).toList();
    }
}
