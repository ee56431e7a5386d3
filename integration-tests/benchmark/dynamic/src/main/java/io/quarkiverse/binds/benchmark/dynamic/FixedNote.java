package io.quarkiverse.binds.benchmark.dynamic;

import jakarta.persistence.Entity;

import io.quarkiverse.binds.Bind;

@Entity
@Bind("fixed")
public class FixedNote extends Note {
}
