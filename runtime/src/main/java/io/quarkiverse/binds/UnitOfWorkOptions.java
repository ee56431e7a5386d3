package io.quarkiverse.binds;

import java.util.Objects;

/**
 * The options of a unit of work for {@link Db#run(UnitOfWorkOptions, UnitOfWorkRunnable)} and
 * {@link Db#call(UnitOfWorkOptions, UnitOfWorkCallable)}; {@link UnitOfWork} explains each. Immutable.
 *
 * <pre>
 * db.run(UnitOfWorkOptions.defaults().isolation(Isolation.SERIALIZABLE).retries(3), () -&gt; ...);
 * </pre>
 *
 * @param commit the time at which the work is committed
 * @param isolation the isolation level of the transactions
 * @param retries the maximum number of repetitions after a deadlock and the like, not negative
 * @param readOnly whether writes are refused
 * @param idempotent whether running the work twice does no harm
 * @param reads whether its reads have a transaction
 * @since 0.1
 */
public record UnitOfWorkOptions(CommitPolicy commit, Isolation isolation, int retries, boolean readOnly, boolean idempotent,
        Reads reads) {

    private static final UnitOfWorkOptions DEFAULTS = new UnitOfWorkOptions(CommitPolicy.DEFAULT, Isolation.DEFAULT, 0, false,
            false, Reads.DEFAULT);

    /**
     * Checks the values. {@link #defaults()} and the methods that copy are shorter.
     *
     * @param commit not null
     * @param isolation not null
     * @param retries zero or more
     * @param readOnly false to allow writes
     * @param idempotent false if the work must not be done twice
     * @param reads not null
     * @throws IllegalArgumentException if {@code retries} is negative
     * @throws NullPointerException if a value is null
     */
    public UnitOfWorkOptions {
        Objects.requireNonNull(commit, "commit");
        Objects.requireNonNull(isolation, "isolation");
        Objects.requireNonNull(reads, "reads");
        if (retries < 0) {
            throw new IllegalArgumentException("retries must not be negative: " + retries);
        }
    }

    /**
     * {@return the default options: the configured commit policy, the configured isolation level and reads of the bind, no
     * repetition}
     */
    public static UnitOfWorkOptions defaults() {
        return DEFAULTS;
    }

    /**
     * Copies the options with another commit policy.
     *
     * @param policy the policy, not null
     * @return the copy
     */
    public UnitOfWorkOptions commit(CommitPolicy policy) {
        return new UnitOfWorkOptions(policy, isolation, retries, readOnly, idempotent, reads);
    }

    /** {@return a copy to commit at the successful end} */
    public UnitOfWorkOptions commitOnSuccess() {
        return commit(CommitPolicy.ON_SUCCESS);
    }

    /**
     * Copies the options with another isolation level.
     *
     * @param level the level, not null
     * @return the copy
     */
    public UnitOfWorkOptions isolation(Isolation level) {
        return new UnitOfWorkOptions(commit, level, retries, readOnly, idempotent, reads);
    }

    /**
     * Copies the options with another maximum number of repetitions.
     *
     * @param times the number; 0 for none
     * @return the copy
     * @throws IllegalArgumentException if it is negative
     */
    public UnitOfWorkOptions retries(int times) {
        return new UnitOfWorkOptions(commit, isolation, times, readOnly, idempotent, reads);
    }

    /** {@return a copy to refuse writes} */
    public UnitOfWorkOptions asReadOnly() {
        return new UnitOfWorkOptions(commit, isolation, retries, true, idempotent, reads);
    }

    /** {@return a copy that declares the work harmless to repeat} */
    public UnitOfWorkOptions asIdempotent() {
        return new UnitOfWorkOptions(commit, isolation, retries, readOnly, true, reads);
    }

    /**
     * Copies the options with another way to read.
     *
     * @param way whether the reads have a transaction; not null
     * @return the copy
     */
    public UnitOfWorkOptions reads(Reads way) {
        return new UnitOfWorkOptions(commit, isolation, retries, readOnly, idempotent, way);
    }
}
