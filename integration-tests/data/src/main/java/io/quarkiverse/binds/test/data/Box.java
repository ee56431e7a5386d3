package io.quarkiverse.binds.test.data;

import jakarta.persistence.Embeddable;

/** An embedded value. */
@Embeddable
public class Box {

    public Integer width;
    public Integer height;
}
