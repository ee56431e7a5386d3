package io.quarkiverse.binds.test.data;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

import io.quarkiverse.binds.Bind;

/** Its ids do not increase. */
@Entity
@Bind("h2")
public class Voucher {

    @Id
    @GeneratedValue
    public UUID id;

    @Column(nullable = false)
    public Instant created;

    public Instant used;

    public String text;
}
