package io.quarkiverse.binds.test.entities.xml;

/** Entity mapped by a file of the persistence unit of another bind. */
public class Badge {
    public Long id;
    public String name;
}
