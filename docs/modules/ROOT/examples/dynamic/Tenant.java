package org.acme.dynamic;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

// tag::entity[]
@Entity
public class Tenant { // in the default bind

    @Id
    public String name;

    public String url;
}
// end::entity[]
