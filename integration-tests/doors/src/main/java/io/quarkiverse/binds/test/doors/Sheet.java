package io.quarkiverse.binds.test.doors;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

/** Sheet of a folder. */
@Entity
public class Sheet extends Row {

    @ManyToOne(fetch = FetchType.LAZY)
    public Folder folder;
}
