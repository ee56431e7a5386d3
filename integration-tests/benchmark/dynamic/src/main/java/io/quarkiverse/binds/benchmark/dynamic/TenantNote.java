package io.quarkiverse.binds.benchmark.dynamic;

import jakarta.persistence.Entity;

import io.quarkiverse.binds.Bind;

@Entity
@Bind("tenants")
public class TenantNote extends Note {
}
