package io.quarkiverse.binds;

/**
 * What is done in a unit of work, with a result.
 *
 * @param <T> the result
 * @param <X> what it may throw; {@code RuntimeException} if it throws nothing checked
 */
@FunctionalInterface
public interface Task<T, X extends Exception> {

    T call() throws X;
}
