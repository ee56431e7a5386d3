package io.quarkiverse.binds.runtime.session;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import jakarta.transaction.Transaction;

/** The sets of sessions of one unit of work: one, or one for each key of a SessionScope. For the owner of the unit. */
final class UnitSets {

    private final Jta jta;
    private final Supplier<SessionSet> newSet;
    private SessionSet current;
    private Object currentKey;
    /** Only where a SessionScope bean gives keys. */
    private Map<Object, SessionSet> byKey;

    UnitSets(Jta jta, Supplier<SessionSet> newSet) {
        this.jta = jta;
        this.newSet = newSet;
        this.current = newSet.get();
    }

    SessionSet current() {
        return current;
    }

    private Collection<SessionSet> all() {
        return byKey == null ? List.of(current) : byKey.values();
    }

    void select(Object key) {
        if (Objects.equals(key, currentKey)) {
            return;
        }
        if (byKey == null) {
            byKey = new LinkedHashMap<>();
            byKey.put(currentKey, current);
        }
        switchTo(byKey.computeIfAbsent(key, k -> newSet.get()));
        currentKey = key;
    }

    private void switchTo(SessionSet set) {
        current.suspend();
        current = set;
        current.resume();
    }

    interface Work {
        void on(SessionSet set);
    }

    /** Each that has work, as the current one. */
    void eachWithWork(Work work) {
        for (SessionSet set : all()) {
            if (set != current) {
                switchTo(set);
            }
            if (set.hasWork()) {
                work.on(set);
            }
        }
    }

    boolean leaveWrites() {
        for (SessionSet set : all()) {
            if (set.leavesWrites()) {
                return true;
            }
        }
        return false;
    }

    /** Rolls back and closes all of them; a transaction that this thread has beside them stays there. */
    void end() {
        Transaction others = null;
        if (current.hasWork() || byKey != null) {
            Transaction onThread = jta.current();
            if (onThread != null && !onThread.equals(current.transaction())) {
                others = jta.suspend();
            }
        }
        try {
            current.resume();
            current.end();
            if (byKey != null) {
                byKey.values().forEach(set -> {
                    set.resume();
                    set.end();
                });
                byKey = null;
                currentKey = null;
            }
        } finally {
            if (others != null) {
                jta.resume(others);
            }
        }
    }
}
