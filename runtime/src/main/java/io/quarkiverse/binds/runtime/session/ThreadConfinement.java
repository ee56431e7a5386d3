package io.quarkiverse.binds.runtime.session;

import io.quarkiverse.binds.NoUnitOfWorkException;

/**
 * Confines a unit of work to a thread: initially the thread that began it; no thread while it is parked, nor after its end.
 * Thread-safe.
 */
final class ThreadConfinement {

    private volatile Thread owner = Thread.currentThread();
    private volatile boolean parked;
    private volatile boolean ended;
    private boolean endsWhenParked;

    boolean isOwner() {
        return owner == Thread.currentThread();
    }

    boolean isEnded() {
        return ended;
    }

    boolean isParked() {
        return parked;
    }

    /** Releases the owner. @return whether another thread has requested the end meanwhile */
    synchronized boolean park() {
        parked = true;
        owner = null;
        return endsWhenParked;
    }

    /** Makes the calling thread the owner. @return whether it was parked */
    synchronized boolean take() {
        if (!parked || ended) {
            return false;
        }
        parked = false;
        owner = Thread.currentThread();
        return true;
    }

    /**
     * Requests the end. @return whether the calling thread has to end the unit of work now; otherwise it has ended, or its
     * owner will end it
     */
    synchronized boolean end() {
        if (ended) {
            return false;
        }
        if (owner != null && owner != Thread.currentThread()) {
            endsWhenParked = true;
            return false;
        }
        ended = true;
        return true;
    }

    /** Releases the owner for good, before the sessions are closed. */
    void release() {
        parked = false;
        owner = null;
    }

    /** Creates the exception for a thread that may not use the unit of work of that name. */
    NoUnitOfWorkException refusal(String name) {
        String me = Thread.currentThread().getName();
        Thread other = owner;
        if (ended) {
            return new NoUnitOfWorkException("The unit of work of " + name + " has ended, thread '" + me
                    + "' cannot use it any more: give this work one of its own with db.run(...) or db.call(...)");
        }
        if (parked || other == null) {
            return new NoUnitOfWorkException("The method of " + name
                    + " has returned: its unit of work takes no more work, from"
                    + " thread '" + me + "' or any other. Give this work one of its own with db.run(...) or db.call(...)");
        }
        return new NoUnitOfWorkException("The unit of work of " + name + " belongs to thread '" + other.getName()
                + "' and was used by thread '" + me + "': sessions and their entities are for one thread. Give the work of the"
                + " other thread a unit of its own with db.run(...) or db.call(...)");
    }
}
