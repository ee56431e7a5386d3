package io.quarkiverse.binds.test.data;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;

/** A row of a selection; each kind of database has a table of its own. */
@MappedSuperclass
public abstract class Entry {

    /** Says whether an entry is to be seen. */
    public enum State {
        DRAFT,
        SHOWN
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public int number;

    @Column(nullable = false)
    public String title;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 10)
    public State state = State.DRAFT;

    @Column(nullable = false)
    public BigDecimal price = BigDecimal.ONE;

    @Column(nullable = false)
    public LocalDateTime created;

    public LocalDateTime changed;

    public boolean archived;

    /** How often it was processed. */
    public int processed;

    @Version
    public int version;

    @ElementCollection
    public List<String> labels = new ArrayList<>();
}
