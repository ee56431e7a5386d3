package org.acme.inheritance;

import jakarta.persistence.Entity;

import io.quarkiverse.binds.Bind;

// tag::entity[]
@Entity
@Bind(Bind.DEFAULT) // overrides the inherited bind
public class Draft extends UserData {
    public String title;
}
// end::entity[]
