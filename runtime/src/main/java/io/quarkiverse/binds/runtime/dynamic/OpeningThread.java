package io.quarkiverse.binds.runtime.dynamic;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The databases that one thread is opening, nested: a source or an initializer may use another database, which is then opened.
 * Detects threads that would wait for each other. It is attached to its thread while the thread opens a database.
 */
final class OpeningThread {

    private static final ThreadLocal<OpeningThread> CURRENT = new ThreadLocal<>();

    /** Guards {@link #waitsFor} of all threads: of two threads that would wait for each other, one notices. */
    private static final Object WAITS = new Object();

    private final Thread thread = Thread.currentThread();
    private final Deque<DatabaseOpening> openings = new ArrayDeque<>(2);
    private DatabaseOpening waitsFor;

    private OpeningThread() {
    }

    static OpeningThread current() {
        OpeningThread current = CURRENT.get();
        return current == null ? new OpeningThread() : current;
    }

    String name() {
        return thread.getName();
    }

    /** @return the opening of the key that the calling thread is in; null if there is none */
    static DatabaseOpening opening(DatabaseOpenings openings, String key) {
        OpeningThread current = CURRENT.get();
        if (current != null) {
            for (DatabaseOpening opening : current.openings) {
                if (opening.isOf(openings, key)) {
                    return opening;
                }
            }
        }
        return null;
    }

    void push(DatabaseOpening opening) {
        openings.push(opening);
        CURRENT.set(this);
    }

    void remove(DatabaseOpening opening) {
        openings.remove(opening);
        if (openings.isEmpty()) {
            CURRENT.remove();
        }
    }

    /**
     * @throws IllegalStateException if the thread of that opening waits for an opening of this thread, directly or through
     *         others
     */
    void beginWait(DatabaseOpening opening) {
        if (openings.isEmpty()) {
            return; // no thread can wait for this thread
        }
        synchronized (WAITS) {
            for (DatabaseOpening next = opening; next != null; next = next.thread().waitsFor) {
                if (next.thread() == this) {
                    throw deadlock(opening);
                }
            }
            waitsFor = opening;
        }
    }

    void endWait() {
        if (!openings.isEmpty()) {
            synchronized (WAITS) {
                waitsFor = null;
            }
        }
    }

    private IllegalStateException deadlock(DatabaseOpening opening) {
        return new IllegalStateException(opening.display() + " and " + openings.peek().display().replaceFirst("^D", "d")
                + " need each other: thread '" + opening.thread().name() + "' opens the first and waits for the second, which"
                + " this thread opens. Remove one of these dependencies from the DatabaseSource or DatabaseInitializer");
    }
}
