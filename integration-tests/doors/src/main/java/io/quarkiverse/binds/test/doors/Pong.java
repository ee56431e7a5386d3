package io.quarkiverse.binds.test.doors;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;

import io.quarkiverse.binds.Bind;

/** Entity of the ledger whose listener writes to the default bind. */
@Entity
@Bind("ledger")
@EntityListeners(PongListener.class)
public class Pong extends Row {

    @Column(nullable = false)
    public String plan = "";

    public Long partner;
}
