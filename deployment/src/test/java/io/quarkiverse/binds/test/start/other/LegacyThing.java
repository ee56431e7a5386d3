package io.quarkiverse.binds.test.start.other;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Entity of a persistence unit that Quarkus's own keys configure. */
@Entity
public class LegacyThing {
    @Id
    public Long id;
}
