package io.quarkiverse.binds.test.dynamic;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import io.quarkiverse.binds.Bind;

/** Entity whose table is updated when its database is opened. */
@Entity
@Bind("updated")
public class Updated {

    @Id
    public Long id;

    public String text;
}
