package io.quarkiverse.binds.test.observability;

import jakarta.persistence.Embeddable;

import io.quarkiverse.binds.Sensitive;

/** Embedded, with a sensitive attribute, whose column has another name in the entity. */
@Embeddable
public class Card {

    @Sensitive
    public String number;
    public String issuer;
}
