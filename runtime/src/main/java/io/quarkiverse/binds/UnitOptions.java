package io.quarkiverse.binds;

import java.util.Objects;

/**
 * How {@link Db#run(UnitOptions, Work)} and {@link Db#call(UnitOptions, Task)} run a unit of work; what each means is said at
 * {@link UnitOfWork}. Immutable.
 *
 * <pre>
 * db.run(UnitOptions.defaults().isolation(Isolation.SERIALIZABLE).retries(3), () -&gt; ...);
 * </pre>
 *
 * @param commit when the work is committed
 * @param isolation the isolation level of its transactions
 * @param retries how many times it is run again after a deadlock and the like, not negative
 * @param readOnly whether nothing is written
 * @param idempotent whether running it twice does no harm
 */
public record UnitOptions(CommitPolicy commit, Isolation isolation, int retries, boolean readOnly, boolean idempotent) {

    private static final UnitOptions DEFAULTS = new UnitOptions(CommitPolicy.DEFAULT, Isolation.DEFAULT, 0, false, false);

    /**
     * @throws IllegalArgumentException if {@code retries} is negative
     */
    public UnitOptions {
        Objects.requireNonNull(commit, "commit");
        Objects.requireNonNull(isolation, "isolation");
        if (retries < 0) {
            throw new IllegalArgumentException("retries must not be negative: " + retries);
        }
    }

    /** Everything as it is configured: committed explicitly, at the level of the bind, run once. */
    public static UnitOptions defaults() {
        return DEFAULTS;
    }

    /** The same with another commit policy. */
    public UnitOptions commit(CommitPolicy policy) {
        return new UnitOptions(policy, isolation, retries, readOnly, idempotent);
    }

    /** The same, committed when it ends well. */
    public UnitOptions commitOnSuccess() {
        return commit(CommitPolicy.ON_SUCCESS);
    }

    /** The same at another isolation level. */
    public UnitOptions isolation(Isolation level) {
        return new UnitOptions(commit, level, retries, readOnly, idempotent);
    }

    /** The same, run again up to {@code times} times. */
    public UnitOptions retries(int times) {
        return new UnitOptions(commit, isolation, times, readOnly, idempotent);
    }

    /** The same, writing nothing. */
    public UnitOptions asReadOnly() {
        return new UnitOptions(commit, isolation, retries, true, idempotent);
    }

    /** The same, declared harmless to run twice. */
    public UnitOptions asIdempotent() {
        return new UnitOptions(commit, isolation, retries, readOnly, true);
    }
}
