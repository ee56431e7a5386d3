package org.acme.inheritance;

import jakarta.persistence.MappedSuperclass;

import io.quarkiverse.binds.Bind;
import io.quarkus.hibernate.orm.panache.PanacheEntity;

// tag::entity[]
@MappedSuperclass
@Bind("users")
public abstract class UserData extends PanacheEntity {
}
// end::entity[]
