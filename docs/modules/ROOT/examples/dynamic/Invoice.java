package org.acme.dynamic;

import jakarta.persistence.Entity;

import io.quarkiverse.binds.Bind;
import io.quarkus.hibernate.orm.panache.PanacheEntity;

// tag::entity[]
@Entity
@Bind("tenants")
public class Invoice extends PanacheEntity {
    public String customer;
    public long cents;
}
// end::entity[]
