package io.quarkiverse.binds.runtime.session;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

import jakarta.inject.Singleton;
import jakarta.transaction.Transaction;

import io.quarkiverse.binds.CommitPolicy;
import io.quarkiverse.binds.Task;
import io.quarkiverse.binds.UnitOptions;
import io.quarkus.runtime.ExecutorRecorder;
import io.smallrye.mutiny.Uni;

/** Runs work as a unit: opens it, runs it again if it may be, ends it. Thread-safe. */
@Singleton
public class UnitRunner {

    private final Units units;
    private final ResponseStatus status;

    UnitRunner(Units units, ResponseStatus status) {
        this.units = units;
        this.status = status;
    }

    /** A unit of its own, whatever goes on on this thread. */
    public <T, X extends Exception> T own(UnitOptions options, Supplier<String> name, Task<T, X> task) throws X {
        return own(options, units.given(), name, task);
    }

    /** The same in a database of a dynamic bind. */
    public <T, X extends Exception> T ownIn(String bind, String key, UnitOptions options, Supplier<String> name,
            Task<T, X> task)
            throws X {
        Map<String, String> given = new HashMap<>(units.given());
        given.put(bind, key);
        return own(options, given, name, task);
    }

    private <T, X extends Exception> T own(UnitOptions options, Map<String, String> given, Supplier<String> name,
            Task<T, X> task) throws X {
        Transaction outer = units.jta().suspend();
        try {
            int tries = 0;
            while (true) {
                Unit unit = new Unit(units, options, given, name);
                Unit before = units.enter(unit);
                Throwable failure;
                try {
                    return ended(unit, task.call());
                } catch (Throwable t) {
                    failure = t;
                } finally {
                    units.leave(before);
                    if (!unit.isParked()) {
                        unit.end();
                    }
                }
                tries++;
                if (!Retry.again(failure, options, unit.hasCommitted(), tries) || !Retry.pause(tries)) {
                    Retry.giveUp(failure, name.get(), tries);
                    throw UnitRunner.<RuntimeException> sneaky(Unavailable.orElse(failure));
                }
            }
        } finally {
            if (outer != null) {
                units.jta().resume(outer);
            }
        }
    }

    /** Within a unit: its work joins it, and can be run again only if it is the first. */
    <T, X extends Exception> T joined(Unit unit, UnitOptions options, Task<T, X> task) throws X {
        boolean first = !unit.hasWork();
        UnitOptions original = unit.options();
        unit.join(options);
        boolean commits = options.commit() == CommitPolicy.ON_SUCCESS;
        int tries = 0;
        while (true) {
            Throwable failure;
            try {
                T result = task.call();
                if (commits && unit.hasWork()) {
                    commit(unit, result);
                }
                return result;
            } catch (Throwable t) {
                failure = t;
            }
            tries++;
            if (!first || !Retry.again(failure, options, unit.hasCommitted(), tries)) {
                if (commits && unit.hasWork()) {
                    unit.rollback();
                }
                if (first) {
                    Retry.giveUp(failure, unit.name(), tries);
                }
                throw UnitRunner.<RuntimeException> sneaky(failure);
            }
            unit.restart(original);
            unit.join(options);
            if (!Retry.pause(tries)) {
                throw UnitRunner.<RuntimeException> sneaky(failure);
            }
        }
    }

    private void commit(Unit unit, Object result) {
        if (result instanceof CompletionStage || result instanceof Uni) {
            unit.commitWhenItEnds();
        } else if (status.isError(result)) {
            unit.rollback();
        } else {
            unit.commit();
        }
    }

    /** The end of a unit whose work went well; a stage that is not complete takes it along. */
    @SuppressWarnings("unchecked")
    private <T> T ended(Unit unit, T result) {
        if (result instanceof CompletionStage<?> stage) {
            unit.park();
            return (T) stage.handleAsync((value, failure) -> {
                end(unit, failure);
                return value;
            }, worker());
        }
        if (result instanceof Uni<?> uni) {
            unit.park();
            return (T) uni.emitOn(worker()).onItemOrFailure().invoke((value, failure) -> end(unit, failure))
                    .onCancellation().invoke(() -> worker().execute(unit::end));
        }
        if (status.isError(result)) {
            return result;
        }
        unit.finish();
        return result;
    }

    /** On a worker thread, when a stage is complete. */
    private static void end(Unit unit, Throwable failure) {
        unit.resume();
        try {
            if (failure == null) {
                unit.finish();
            }
        } finally {
            unit.end();
        }
        if (failure != null) {
            throw failure instanceof RuntimeException runtime ? runtime : new CompletionException(failure);
        }
    }

    private static Executor worker() {
        return ExecutorRecorder.getCurrent();
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E sneaky(Throwable t) throws E {
        throw (E) t;
    }
}
