package io.quarkiverse.binds;

/**
 * A task that runs in a unit of work and has a result.
 *
 * @param <T> the type of the result
 * @param <X> the type of the exception that the task may throw; {@code RuntimeException} if it throws no checked one
 */
@FunctionalInterface
public interface UnitOfWorkCallable<T, X extends Exception> {

    T call() throws X;
}
