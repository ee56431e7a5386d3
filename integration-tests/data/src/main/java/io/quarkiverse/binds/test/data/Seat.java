package io.quarkiverse.binds.test.data;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;

import io.quarkiverse.binds.Bind;

/** Its id has two attributes. */
@Entity
@Bind("h2")
public class Seat {

    /** Row and number. */
    @Embeddable
    public record Position(int line, int number) {
    }

    @EmbeddedId
    public Position id;
}
