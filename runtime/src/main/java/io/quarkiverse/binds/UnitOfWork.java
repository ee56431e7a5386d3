package io.quarkiverse.binds;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;

/**
 * Makes a method of a bean a unit of work: the {@link Db} and the injected sessions are usable in it, one session per bind,
 * and at its end, whichever way it ends, what is not committed is rolled back, the sessions are closed and the connections
 * are back in their pools. A REST resource method is one without it.
 * <p>
 * On a class it holds for every business method; on a method it wins over the one on the class. A method that is called
 * within a unit of work joins it: it ends with the outer one, and with {@link CommitPolicy#ON_SUCCESS} its successful end
 * commits the unit. Within a transaction that no unit began ({@code @Transactional}, {@code @TestTransaction}) the work
 * belongs to that transaction.
 * <p>
 * If the method returns a {@code CompletionStage} or a {@code Uni}, the unit ends when that completes; once the method has
 * returned, the unit takes no more work.
 */
@Inherited
@InterceptorBinding
@Target({ TYPE, METHOD })
@Retention(RUNTIME)
public @interface UnitOfWork {

    /**
     * When the work is committed.
     */
    @Nonbinding
    CommitPolicy commit() default CommitPolicy.DEFAULT;

    /**
     * The isolation level of its transactions, set before each begins and put back when the connection is returned. An
     * {@link IllegalStateException} if it joins a unit that has begun work at another level.
     */
    @Nonbinding
    Isolation isolation() default Isolation.DEFAULT;

    /**
     * How many times the whole method is run again, each time on fresh sessions and a fresh transaction, after a deadlock, a
     * lock wait timeout, an optimistic lock failure, or a connection that was lost before anything was committed; also if a
     * server takes no writes any more, or no connection could be had ({@link DatabaseUnavailableException}). Between two
     * tries it waits for a random time that grows. 0, the default, never runs it again. Without effect where it joins work
     * that has begun, since that cannot be run again from here.
     */
    @Nonbinding
    int retries() default 0;

    /**
     * Nothing is written: entities are loaded read-only, never flushed, and {@link Db#add}, {@link Db#delete},
     * {@link Db#merge}, an SQL update and a commit with changes are refused. What SQL itself does in a query is up to the
     * server.
     */
    @Nonbinding
    boolean readOnly() default false;

    /**
     * Running it twice does no harm, so that it may be run again even when it is unknown whether its commit reached the
     * server. Has an effect together with {@link #retries()} only.
     */
    @Nonbinding
    boolean idempotent() default false;
}
