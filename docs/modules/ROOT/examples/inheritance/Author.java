package org.acme.inheritance;

import jakarta.persistence.Entity;

// tag::entity[]
@Entity
public class Author extends UserData { // bind "users"
    public String name;
}
// end::entity[]
