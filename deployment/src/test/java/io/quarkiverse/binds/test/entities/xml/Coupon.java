package io.quarkiverse.binds.test.entities.xml;

/** Entity mapped by a file of the persistence unit of the default bind. */
public class Coupon {
    public Long id;
    public String name;
}
