package io.quarkiverse.binds.test.data;

import jakarta.persistence.Entity;

import io.quarkiverse.binds.Bind;

@Entity
@Bind("postgresql")
public class PlaceOnPostgreSql extends Place {
}
