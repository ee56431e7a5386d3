package io.quarkiverse.binds.dev;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.quarkiverse.binds.runtime.session.UnitOfWorkListener;

/** Keeps the last units of work that have used a database. Thread-safe. */
@Singleton
public class UnitOfWorkHistory implements UnitOfWorkListener {

    private static final int KEPT = 50;

    private final Deque<PastUnitOfWork> past = new ArrayDeque<>(KEPT);
    private long last;

    @Override
    public synchronized void ended(End end) {
        if (past.size() == KEPT) {
            past.removeFirst();
        }
        past.addLast(new PastUnitOfWork(++last, end));
    }

    /** The newest first. */
    synchronized List<PastUnitOfWork> newestFirst() {
        List<PastUnitOfWork> newest = new ArrayList<>(past);
        Collections.reverse(newest);
        return newest;
    }

    synchronized Optional<PastUnitOfWork> find(long id) {
        return past.stream().filter(each -> each.id() == id).findFirst();
    }

    synchronized void clear() {
        past.clear();
    }
}
