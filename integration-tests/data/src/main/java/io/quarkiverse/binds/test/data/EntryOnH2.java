package io.quarkiverse.binds.test.data;

import jakarta.persistence.Entity;

import io.quarkiverse.binds.Bind;

@Entity
@Bind("h2")
public class EntryOnH2 extends Entry {
}
