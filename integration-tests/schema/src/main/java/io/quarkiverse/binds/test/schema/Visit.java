package io.quarkiverse.binds.test.schema;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import io.quarkiverse.binds.Bind;

/** Row of a dynamic bind. */
@Entity
@Bind("tenants")
public class Visit {

    @Id
    public Long id;
}
