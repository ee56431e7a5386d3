package io.quarkiverse.binds.test.migrations.command;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import io.quarkiverse.binds.Bind;

/** Entity of the bind on which commands run. */
@Entity
@Bind("commands")
public class CommandBook {

    @Id
    public long id;

    public String title;
}
