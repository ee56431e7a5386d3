package io.quarkiverse.binds.test.observability;

/** An interface of some entities, to observe all of them. */
public interface Titled {

    String title();
}
