package io.quarkiverse.binds.runtime.failure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Walks from an exception to its causes. */
public final class Causes {

    private Causes() {
    }

    /** The exception and its causes, the outermost first; ends if the chain of causes is circular. */
    public static List<Throwable> of(Throwable thrown) {
        List<Throwable> chain = new ArrayList<>(4);
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable t = thrown; t != null && seen.add(t); t = t.getCause()) {
            chain.add(t);
        }
        return chain;
    }
}
