package org.acme.inheritance;

import jakarta.persistence.Entity;

import io.quarkiverse.binds.Bind;

// tag::entity[]
@Entity
@Bind(Bind.DEFAULT) // taken out of it again
public class Draft extends UserData {
    public String title;
}
// end::entity[]
