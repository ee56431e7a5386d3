package io.quarkiverse.binds.test.migrations.runner;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import io.quarkiverse.binds.Bind;

/** Validated at the start, after the script that creates its table. */
@Entity
@Bind("runner-start")
public class RunStart {

    @Id
    public Long id;

    public String name;
}
