package io.quarkiverse.binds.test.data;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import io.quarkiverse.binds.Bind;

/** An entity whose id has several attributes. */
@Entity
@Bind("h2")
@IdClass(Ticket.Key.class)
public class Ticket {

    public record Key(int line, int number) {
    }

    @Id
    public int line;

    @Id
    public int number;

    public String guest;

    @Override
    public String toString() {
        return line + "/" + number;
    }
}
