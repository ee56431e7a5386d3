package io.quarkiverse.binds.test.entities.xml;

/** Entity mapped by XML alone; its class names no bind. */
public class Parcel {
    public Long id;
    public String name;
}
