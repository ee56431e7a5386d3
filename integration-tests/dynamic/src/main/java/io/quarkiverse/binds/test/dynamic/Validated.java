package io.quarkiverse.binds.test.dynamic;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import io.quarkiverse.binds.Bind;

/** Entity whose table is validated when its database is opened. */
@Entity
@Bind("validated")
public class Validated {

    @Id
    public Long id;

    public String text;
}
