package io.quarkiverse.binds.test.observability;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.inject.Singleton;

import io.quarkiverse.binds.runtime.session.UnitOfWorkListener;

/** Keeps the ends of units of work, and fails after one in a tenant, which must change nothing. Thread-safe. */
@Singleton
public class UnitOfWorkEnds implements UnitOfWorkListener {

    private final List<End> ends = new CopyOnWriteArrayList<>();

    @Override
    public void ended(End end) {
        ends.add(end);
        if (end.name().equals("databases.run")) {
            throw new IllegalStateException("a listener that fails");
        }
    }

    @Override
    public boolean observesWrites() {
        return true;
    }

    void clear() {
        ends.clear();
    }

    /** As text: outcome, binds with a star if they are committed, and the rest that is there. */
    List<String> texts() {
        return ends.stream().map(UnitOfWorkEnds::text).toList();
    }

    private static String text(End end) {
        StringBuilder text = new StringBuilder(end.name()).append(' ').append(end.outcome());
        for (UsedBind bind : end.binds()) {
            text.append(' ').append(bind.bind()).append(bind.database() == null ? "" : "/" + bind.database())
                    .append(bind.committed() ? "*" : "");
        }
        text.append(end.uncommittedChanges() ? " uncommitted" : "");
        text.append(end.failure() == null ? "" : " " + end.failure().getSimpleName());
        boolean timed = end.begin() != null && end.duration().toNanos() > 0;
        return text.append(timed ? "" : " without its time").toString();
    }
}
