package io.quarkiverse.binds.runtime.pool;

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import io.agroal.api.cache.Acquirable;

/** The right of a borrower to a connection, from before the connection is assigned until it is returned. */
final class Lease {

    /** The use that a connection is borrowed for. */
    enum Purpose {
        /** Statements in a transaction, or each committed. */
        WORK,
        /** A query without a transaction, on a connection that commits each statement. */
        READ,
        /** Neither: the connection is left idle, or only holds a lock of the server. No command prepares it for work. */
        HOLD,
        /** A ping of the server: no command prepares the connection for work. */
        PING
    }

    /**
     * Passes the lease from the borrowing call to the code that finds or opens a connection: Agroal's methods in between have
     * no parameter for it.
     */
    private static final ThreadLocal<Lease> CURRENT = new ThreadLocal<>();

    final Purpose purpose;
    private final Thread thread = Thread.currentThread();
    private final long since = System.nanoTime();
    private final AtomicBoolean leakReported = new AtomicBoolean();
    private volatile PhysicalConnection connection;

    // accessed only by the borrowing thread, while it borrows
    private boolean outsideTransaction;
    private boolean anyMode;
    private List<Acquirable> withheld = List.of();
    private Connection opened;
    private Acquirable acquired;

    Lease(Purpose purpose) {
        this.purpose = purpose;
    }

    /** The lease for which the calling thread is borrowing; null if there is none. */
    static Lease current() {
        return CURRENT.get();
    }

    /**
     * Begins the borrowing in the calling thread.
     *
     * @param isOutsideTransaction whether its transaction, if any, is known to have no connection of the pool
     */
    void begin(boolean isOutsideTransaction) {
        outsideTransaction = isOutsideTransaction;
        CURRENT.set(this);
    }

    /**
     * Ends the borrowing in the calling thread, successful or not.
     *
     * @return whether anything is left of it: an {@link #opened()} connection or {@link #withheld()} ones
     */
    boolean finish() {
        CURRENT.remove();
        return opened != null || !withheld.isEmpty();
    }

    /** The connection that was opened for this lease and not used; null if there is none. */
    Connection opened() {
        return opened;
    }

    /** Whether the calling thread is borrowing outside of a transaction, or in one known to have no connection of the pool. */
    static boolean isOutsideTransaction() {
        Lease lease = CURRENT.get();
        return lease != null && lease.outsideTransaction;
    }

    /**
     * Remembers the connection that was opened for this lease.
     *
     * @return the connection opened before; null if there was none
     */
    Connection opened(Connection connection) {
        Connection before = opened;
        opened = connection;
        return before;
    }

    /** Makes an idle connection in the other mode acceptable, since no connection can be opened. */
    void takeAnyMode() {
        anyMode = true;
    }

    /** Remembers a connection that is kept from Agroal until the borrower has got its own. */
    void withhold(Acquirable handler) {
        if (withheld.isEmpty()) {
            withheld = new ArrayList<>();
        }
        withheld.add(handler);
    }

    List<Acquirable> withheld() {
        return withheld;
    }

    boolean takesAnyMode() {
        return anyMode;
    }

    /** Remembers the handle that Agroal has acquired for the borrower; borrowing may still fail afterwards. */
    void acquired(Acquirable handler) {
        acquired = handler;
    }

    /** The handle that Agroal has acquired for the borrower; null if none. */
    Acquirable acquired() {
        return acquired;
    }

    /** @return whether it is the first report of this lease as a leak */
    boolean reportLeak() {
        return leakReported.compareAndSet(false, true);
    }

    void assign(PhysicalConnection physical) {
        connection = physical;
    }

    /** The connection of the borrower; null until it is assigned. */
    PhysicalConnection connection() {
        return connection;
    }

    Thread thread() {
        return thread;
    }

    /** The borrower, as in {@code by thread 'x' for 1.20 s}. */
    String holder() {
        return "by thread '" + thread.getName() + "' for " + PoolErrors.seconds(held());
    }

    Duration held() {
        return Duration.ofNanos(System.nanoTime() - since);
    }
}
