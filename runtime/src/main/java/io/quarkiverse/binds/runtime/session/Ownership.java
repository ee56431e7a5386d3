package io.quarkiverse.binds.runtime.session;

import io.quarkiverse.binds.NoUnitOfWorkException;

/** Which thread may use a unit of work: the one that began it, none while it is parked, and none after its end. Thread-safe. */
final class Ownership {

    private volatile Thread owner = Thread.currentThread();
    private volatile boolean parked;
    private volatile boolean ended;
    private boolean endsWhenParked;

    boolean isMine() {
        return owner == Thread.currentThread();
    }

    boolean isParked() {
        return parked;
    }

    /** The owner lets it go. @return whether somebody wanted its end meanwhile */
    synchronized boolean park() {
        parked = true;
        owner = null;
        return endsWhenParked;
    }

    /** The calling thread goes on with it. @return whether it was parked */
    synchronized boolean take() {
        if (!parked || ended) {
            return false;
        }
        parked = false;
        owner = Thread.currentThread();
        return true;
    }

    /** @return whether the calling thread is to end it now; else it is over, or ends when its owner leaves */
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

    /** The end is near: nobody else is to come any more. */
    void release() {
        parked = false;
        owner = null;
    }

    /** Why the calling thread may not use the unit of that name. */
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
