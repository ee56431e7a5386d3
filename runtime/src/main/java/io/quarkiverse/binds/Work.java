package io.quarkiverse.binds;

/**
 * What is done in a unit of work.
 *
 * @param <X> what it may throw; {@code RuntimeException} if it throws nothing checked
 */
@FunctionalInterface
public interface Work<X extends Exception> {

    void run() throws X;
}
