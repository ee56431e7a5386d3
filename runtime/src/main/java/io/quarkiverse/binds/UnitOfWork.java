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
 * Makes a method of a bean a unit of work, in which {@link Db} and the injected sessions can be used, with one session per
 * bind. At its end, successful or not, uncommitted changes are rolled back, the sessions are closed and the connections are
 * returned to their pools. A REST resource method needs no annotation.
 * <p>
 * On a class the annotation applies to every business method; on a method it overrides that on the class. A method that is
 * called within a unit of work joins it: its work ends with the outer unit of work, and with {@link CommitPolicy#ON_SUCCESS}
 * its successful end commits the unit of work. Within a transaction that no unit of work began ({@code @Transactional},
 * {@code @TestTransaction}) the work belongs to that transaction.
 * <p>
 * If the method returns a {@code CompletionStage} or a {@code Uni}, the unit of work ends at its completion; after the return
 * of the method it accepts no more work.
 *
 * @since 0.1
 */
@Inherited
@InterceptorBinding
@Target({ TYPE, METHOD })
@Retention(RUNTIME)
public @interface UnitOfWork {

    /** {@return the time at which the work is committed} */
    @Nonbinding
    CommitPolicy commit() default CommitPolicy.DEFAULT;

    /**
     * {@return the isolation level of the transactions, set before each begins and restored when the connection is returned} An
     * {@link IllegalStateException} is thrown if the method joins a unit of work that has begun work at another level.
     */
    @Nonbinding
    Isolation isolation() default Isolation.DEFAULT;

    /**
     * {@return the maximum number of repetitions; 0 for none} The whole method is repeated, each time with new sessions and a
     * new transaction, after a deadlock, a lock wait timeout, an optimistic lock failure, or a connection that was lost before
     * anything was committed; also if a server has become read-only, or no connection was available
     * ({@link DatabaseUnavailableException}). Before each repetition there is a random, growing pause. Without effect if the
     * method joins a unit of work that has begun work, which cannot be repeated from here.
     */
    @Nonbinding
    int retries() default 0;

    /**
     * {@return whether writes are refused} Writes are {@link Db#add}, {@link Db#delete}, {@link Db#merge}, changed entities at
     * a flush or commit, and every statement that may write, through any API including JDBC on the datasource. The error names
     * the kind of the statement and the unit of work. Functions called in a query are not checked. A separate transaction
     * within the method, as of {@link Db#run}, is not affected.
     */
    @Nonbinding
    boolean readOnly() default false;

    /**
     * {@return whether running the method twice does no harm} It may then be repeated even if it is unknown whether its commit
     * reached the server. Effective together with {@link #retries()} only.
     */
    @Nonbinding
    boolean idempotent() default false;

    /**
     * {@return whether the reads have a transaction} If the method joins a unit of work, the setting holds until the end of
     * that unit of work; once the transaction has begun, all reads take part in it.
     */
    @Nonbinding
    Reads reads() default Reads.DEFAULT;
}
