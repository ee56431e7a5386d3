package io.quarkiverse.binds.runtime.rest;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

import io.quarkiverse.binds.runtime.session.UnitOfWorkContext;

/** The unit of work of one request, with its thread and commits. Thread-safe: a request may hand work to other threads. */
final class RequestState {

    final ResteasyReactiveRequestContext request;
    /** The unit of work, opened by the first use of a database; null before. */
    volatile UnitOfWorkContext unitOfWork;
    /**
     * The thread that runs the resource method; null before and after; another object if the method has left work to other
     * threads.
     */
    volatile Object serving;
    private volatile Set<String> committed = Set.of();

    RequestState(ResteasyReactiveRequestContext request) {
        this.request = request;
    }

    boolean isServedHere() {
        Object now = serving;
        return now == null || now == Thread.currentThread();
    }

    synchronized void committed(String bind) {
        if (committed.isEmpty()) {
            committed = Set.of(bind);
        } else if (!committed.contains(bind)) {
            Set<String> more = new TreeSet<>(committed);
            more.add(bind);
            committed = Collections.unmodifiableSet(more);
        }
    }

    Set<String> committed() {
        return committed;
    }
}
