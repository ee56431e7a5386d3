package io.quarkiverse.binds.test.dev;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import io.quarkiverse.binds.Bind;

/** Entity that is moved between binds while the application runs. */
@Entity
@Bind("first")
public class Thing {
    @Id
    public Long id;
}
