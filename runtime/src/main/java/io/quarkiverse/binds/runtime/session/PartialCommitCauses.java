package io.quarkiverse.binds.runtime.session;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

import jakarta.interceptor.InvocationContext;

import io.quarkiverse.binds.PartialCommitException;

/**
 * Makes a partial commit the cause of the transaction manager's exception: a manager that knows one outcome only reports a
 * rollback, and adds the exception of the resource to the suppressed ones.
 */
final class PartialCommitCauses {

    private PartialCommitCauses() {
    }

    static Object causing(InvocationContext context, TransactionalInterception interception) throws Exception {
        try {
            return interception.intercept(context);
        } catch (Exception e) {
            PartialCommitException partial = find(e, Collections.newSetFromMap(new IdentityHashMap<>()));
            if (partial != null && e.getCause() == null) {
                e.initCause(partial);
            }
            throw e;
        }
    }

    private static PartialCommitException find(Throwable thrown, Set<Throwable> seen) {
        for (Throwable t = thrown; t != null && seen.add(t); t = t.getCause()) {
            if (t instanceof PartialCommitException partial) {
                return partial;
            }
            for (Throwable suppressed : t.getSuppressed()) {
                PartialCommitException found = find(suppressed, seen);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
