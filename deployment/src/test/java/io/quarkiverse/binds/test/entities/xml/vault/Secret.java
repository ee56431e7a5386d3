package io.quarkiverse.binds.test.entities.xml.vault;

/** Entity mapped by XML alone; the configuration assigns its package to a bind. */
public class Secret {
    public Long id;
    public String name;
}
