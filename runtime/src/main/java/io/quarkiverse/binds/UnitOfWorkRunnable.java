package io.quarkiverse.binds;

/**
 * A task that runs in a unit of work.
 *
 * @param <X> the type of the exception that the task may throw; {@code RuntimeException} if it throws no checked one
 */
@FunctionalInterface
public interface UnitOfWorkRunnable<X extends Exception> {

    void run() throws X;
}
