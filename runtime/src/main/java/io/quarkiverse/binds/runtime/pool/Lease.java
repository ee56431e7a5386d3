package io.quarkiverse.binds.runtime.pool;

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import io.agroal.api.cache.Acquirable;

/** The right of a borrower to a connection, from before the connection is assigned until it is returned. */
final class Lease {

    /**
     * Passes the lease from the borrowing call to the code that finds or opens a connection: Agroal's methods in between have
     * no parameter for it.
     */
    private static final ThreadLocal<Lease> CURRENT = new ThreadLocal<>();

    private final Thread thread = Thread.currentThread();
    private final long since = System.nanoTime();
    private final AtomicBoolean leakReported = new AtomicBoolean();
    private volatile PhysicalConnection connection;

    // accessed only by the borrowing thread, while it borrows
    private boolean outsideTransaction;
    private boolean check;
    private boolean reading;
    private boolean anyMode;
    private List<Acquirable> withheld = List.of();
    private Connection opened;
    private Acquirable acquired;

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
     * @return the connection that was opened for this lease; null if none was
     */
    Connection finish() {
        CURRENT.remove();
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

    /** Makes this the lease of a query without a transaction, on a connection that commits each statement. */
    Lease forReading() {
        reading = true;
        return this;
    }

    boolean isForReading() {
        return reading;
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

    /** Makes this the lease of a check, which only pings the server. */
    Lease ofCheck() {
        check = true;
        return this;
    }

    /** Whether the connection is only pinged, so that no command prepares it for work. */
    boolean isOfCheck() {
        return check;
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

    Duration held() {
        return Duration.ofNanos(System.nanoTime() - since);
    }
}
