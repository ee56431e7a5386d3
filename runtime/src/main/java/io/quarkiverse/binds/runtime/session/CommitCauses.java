package io.quarkiverse.binds.runtime.session;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

import jakarta.interceptor.InvocationContext;

import io.quarkiverse.binds.PartialCommitException;

/**
 * Shows why a commit has failed: a transaction manager that knows one outcome only reports a rollback. The exception of an
 * observer of changes is thrown as it is; a partial commit, which the manager adds to the suppressed exceptions, becomes the
 * cause.
 */
final class CommitCauses {

    private CommitCauses() {
    }

    static Object causing(InvocationContext context, TransactionalInterception interception) throws Exception {
        try {
            return interception.intercept(context);
        } catch (Exception e) {
            RefusedCommitException refused = find(RefusedCommitException.class, e, identitySet());
            if (refused != null) {
                throw refused.getCause();
            }
            PartialCommitException partial = find(PartialCommitException.class, e, identitySet());
            if (partial != null && e.getCause() == null) {
                e.initCause(partial);
            }
            throw e;
        }
    }

    private static Set<Throwable> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    private static <T extends Throwable> T find(Class<T> type, Throwable thrown, Set<Throwable> seen) {
        for (Throwable t = thrown; t != null && seen.add(t); t = t.getCause()) {
            if (type.isInstance(t)) {
                return type.cast(t);
            }
            for (Throwable suppressed : t.getSuppressed()) {
                T found = find(type, suppressed, seen);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
