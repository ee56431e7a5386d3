package io.quarkiverse.binds.test.data;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;

import io.quarkiverse.binds.Bind;

/** An entity whose id is embedded. */
@Entity
@Bind("h2")
public class Seat {

    @Embeddable
    public record Place(int line, int number) {
    }

    @EmbeddedId
    public Place place;

    public String guest;

    @Override
    public String toString() {
        return place.line() + "/" + place.number();
    }
}
