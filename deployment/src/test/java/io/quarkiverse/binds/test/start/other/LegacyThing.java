package io.quarkiverse.binds.test.start.other;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** An entity of a persistence unit that is wired by Quarkus's own keys. */
@Entity
public class LegacyThing {
    @Id
    public Long id;
}
