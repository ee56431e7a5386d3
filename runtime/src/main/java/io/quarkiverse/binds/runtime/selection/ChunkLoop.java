package io.quarkiverse.binds.runtime.selection;

import java.util.List;

import org.hibernate.Session;

import io.quarkiverse.binds.CommitOutcomeUnknownException;
import io.quarkiverse.binds.PartialCommitException;
import io.quarkiverse.binds.Selection;
import io.quarkiverse.binds.SelectionFailedException;
import io.quarkiverse.binds.SelectionProgress;
import io.quarkiverse.binds.runtime.selection.Position.Phase;

/** Processes the rows of a selection from a position to their end, a chunk in each unit of work. */
final class ChunkLoop<T> {

    /** Processes the rows of a chunk. */
    interface Step<T> {

        /**
         * @param after position after the chunk, as far as it depends on the ids
         * @return number of rows processed
         */
        long process(RowQueries<T> queries, List<Object> ids, Position after) throws Exception;
    }

    private final SelectionServices services;
    private final Definition<T> definition;
    private final Object bound;
    private final long total;
    private final Settings settings;

    ChunkLoop(SelectionServices services, Definition<T> definition, Object bound, long total, Settings settings) {
        this.services = services;
        this.definition = definition;
        this.bound = bound;
        this.total = total;
        this.settings = settings;
    }

    /** @return number of rows processed */
    long run(int size, Step<T> step) {
        if (size < 1 || size > Selection.MAX_ROWS) {
            throw new IllegalArgumentException("A chunk can have 1 to " + Selection.MAX_ROWS + " rows, not " + size);
        }
        Position position = settings.start();
        while (position.phase() != Phase.END) {
            position = next(position, size, step);
        }
        return position.done() - settings.start().done();
    }

    private Position next(Position from, int size, Step<T> step) {
        Position next;
        try {
            next = services.units().run(definition, settings.options(), session -> chunk(session, from, size, step));
        } catch (RuntimeException | Error e) {
            Throwable cause = e instanceof WorkFailure failure ? failure.getCause() : e;
            throw failure("A chunk", from, outcome(cause), cause);
        }
        if (next.done() > from.done()) {
            try {
                settings.listener().accept(new SelectionProgress(next.done(), total, cursor(next)));
            } catch (RuntimeException | Error e) {
                throw failure("The listener of the progress", next, "", e);
            }
        }
        return next;
    }

    private SelectionFailedException failure(String part, Position committed, String outcome, Throwable cause) {
        return new SelectionFailedException(part + " of the selection of " + definition.entity().getSimpleName()
                + " failed after " + committed.done() + " of " + total + " rows were committed. " + outcome
                + "To go on there: selection.resumeAt(cursor of this exception)", cursor(committed), committed.done(), cause);
    }

    private static String outcome(Throwable cause) {
        if (cause instanceof CommitOutcomeUnknownException) {
            return "Whether the chunk was committed is unknown: only a cursor that it has stored tells. ";
        }
        return cause instanceof PartialCommitException ? "The chunk was committed in some binds, which its cause names. "
                : "The chunk was rolled back. ";
    }

    private Position chunk(Session session, Position from, int size, Step<T> step) {
        RowQueries<T> queries = new RowQueries<>(session, definition, services.bounds());
        Position at = from;
        List<Object> ids = List.of();
        if (at.phase() == Phase.QUERY) {
            ids = queries.ids(bound, at.last(), size);
            if (ids.isEmpty()) {
                at = at.in(Phase.ADDED);
            }
        }
        if (ids.isEmpty()) {
            ids = queries.addedIds(at.last(), size);
        }
        if (ids.isEmpty()) {
            return at.in(Phase.END);
        }
        Position after = after(at, ids, size);
        try {
            return new Position(after.phase(), after.last(), from.done() + step.process(queries, ids, after));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new WorkFailure(e);
        }
    }

    /** The position after some rows; fewer than a chunk can hold are the last of their phase. */
    private Position after(Position at, List<Object> ids, int size) {
        if (ids.size() == size) {
            return new Position(at.phase(), EntityKey.kept(ids.get(size - 1)), at.done());
        }
        boolean addedFollow = at.phase() == Phase.QUERY && !definition.ids().added().isEmpty();
        return at.in(addedFollow ? Phase.ADDED : Phase.END);
    }

    String cursor(Position position) {
        return services.tokens().cursor(definition, bound, position);
    }

    /** Carries a checked exception of the work out of its unit of work. */
    private static final class WorkFailure extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private WorkFailure(Exception cause) {
            super(cause);
        }
    }
}
