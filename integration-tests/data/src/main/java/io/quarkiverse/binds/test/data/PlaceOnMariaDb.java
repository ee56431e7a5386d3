package io.quarkiverse.binds.test.data;

import jakarta.persistence.Entity;

import io.quarkiverse.binds.Bind;

@Entity
@Bind("mariadb")
public class PlaceOnMariaDb extends Place {
}
