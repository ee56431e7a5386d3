package io.quarkiverse.binds;

/**
 * A task that runs in a unit of work.
 *
 * @param <X> the type of the exception that the task may throw; {@code RuntimeException} if it throws no checked exception
 * @since 0.1
 */
@FunctionalInterface
public interface UnitOfWorkRunnable<X extends Exception> {

    /**
     * Runs the task. With retries it can be called more than once; the changes of one call are committed.
     *
     * @throws X if the task fails; the unit of work is rolled back
     */
    void run() throws X;
}
