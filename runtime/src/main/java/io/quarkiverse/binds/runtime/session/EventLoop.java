package io.quarkiverse.binds.runtime.session;

import java.util.function.Supplier;

import io.quarkiverse.binds.NoUnitOfWorkException;
import io.quarkus.runtime.BlockingOperationControl;

/** Refuses units of work on threads that must not block. */
public final class EventLoop {

    private EventLoop() {
    }

    /**
     * @param name gives the name of the unit of work
     * @throws NoUnitOfWorkException on the event loop
     */
    public static void refuse(Supplier<String> name) {
        if (!BlockingOperationControl.isBlockingAllowed()) {
            throw new NoUnitOfWorkException("A database cannot be used on the event loop (thread '"
                    + Thread.currentThread().getName() + "'), because that would block it: annotate the method of " + name.get()
                    + " with @Blocking or @RunOnVirtualThread; remove @PreMatching from a filter, because such a"
                    + " filter always runs on the event loop");
        }
    }
}
