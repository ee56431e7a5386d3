package io.quarkiverse.binds.test.entities.xml;

import io.quarkiverse.binds.Bind;

/** Entity mapped by XML alone; its class names its bind. */
@Bind("users")
public class Account {
    public Long id;
    public String name;
}
