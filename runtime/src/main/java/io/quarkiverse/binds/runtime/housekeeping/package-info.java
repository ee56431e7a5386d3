/**
 * The threads that the pools of all binds share for Agroal's background tasks.
 * <p>
 * In: the tasks of Agroal's pools, whose class {@code ConnectionPool} is changed at build: it creates a {@code PoolExecutor}
 * instead of an executor with a thread of its own. Out: the same tasks, run on shared threads, or in the thread of the borrower
 * that waits for the result.
 * <p>
 * Entry: {@link io.quarkiverse.binds.runtime.housekeeping.PoolExecutor}. A pool of a bind has a {@code SerialExecutor}, which
 * runs its tasks one after the other, as Agroal expects. {@code HousekeepingThreads} has one thread for times and, in
 * {@code HousekeepingWorkers}, one for the tasks, and further ones only while tasks have to wait. Datasources that are no binds
 * keep a thread of their own.
 * <p>
 * Invariants: the number of threads does not depend on the number of pools; tasks that wait for servers delay those of another
 * pool for 100 ms each, unless eight wait; threads end when they have nothing to do, and when the last pool is closed.
 */
package io.quarkiverse.binds.runtime.housekeeping;
