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
import io.quarkiverse.binds.UnitOfWorkCallable;
import io.quarkiverse.binds.UnitOfWorkOptions;
import io.quarkus.runtime.ExecutorRecorder;
import io.smallrye.mutiny.Uni;

/** Runs work as a unit of work: opens the unit of work, runs it again if that is allowed, ends it. Thread-safe. */
@Singleton
public class UnitOfWorkExecutor {

    private final CurrentUnitOfWork current;
    private final ResponseStatus status;

    UnitOfWorkExecutor(CurrentUnitOfWork current, ResponseStatus status) {
        this.current = current;
        this.status = status;
    }

    /** Runs a task as a separate unit of work, independent of other work on this thread. */
    public <T, X extends Exception> T run(UnitOfWorkOptions options, Supplier<String> name, UnitOfWorkCallable<T, X> task)
            throws X {
        return run(options, current.givenDatabases(), name, task);
    }

    /** Runs a task as a separate unit of work in a database of a dynamic bind. */
    public <T, X extends Exception> T runIn(String bind, String key, UnitOfWorkOptions options, Supplier<String> name,
            UnitOfWorkCallable<T, X> task)
            throws X {
        Map<String, String> given = new HashMap<>(current.givenDatabases());
        given.put(bind, key);
        return run(options, given, name, task);
    }

    private <T, X extends Exception> T run(UnitOfWorkOptions options, Map<String, String> given, Supplier<String> name,
            UnitOfWorkCallable<T, X> task) throws X {
        Transaction outer = current.transactions().suspend();
        Supplier<UnitOfWorkContext> factory = current.factory(options, given, name);
        try {
            for (int tries = 1;; tries++) {
                UnitOfWorkContext unitOfWork = factory.get();
                UnitOfWorkContext outerUnitOfWork = current.activate(unitOfWork);
                Throwable failure;
                boolean again;
                try {
                    return endAfterSuccess(unitOfWork, task.call());
                } catch (Throwable t) {
                    failure = t;
                    again = Retry.again(failure, options, unitOfWork.attributes().hasCommitted(), tries);
                    unitOfWork.attributes().failed(failure, again);
                } finally {
                    current.restore(outerUnitOfWork);
                    if (!unitOfWork.isParked()) {
                        unitOfWork.end();
                    }
                }
                if (!again || !Retry.pause(tries)) {
                    Retry.giveUp(failure, name.get(), tries);
                    throw UnitOfWorkExecutor.<RuntimeException> sneaky(UnavailabilityTranslator.orElse(failure));
                }
            }
        } finally {
            if (outer != null) {
                current.transactions().resume(outer);
            }
        }
    }

    /**
     * Runs a task within a unit of work, which it joins; it can be run again only if the unit of work has done nothing before.
     */
    <T, X extends Exception> T runJoined(UnitOfWorkContext unitOfWork, UnitOfWorkOptions options, Supplier<String> part,
            UnitOfWorkCallable<T, X> task) throws X {
        boolean first = !unitOfWork.hasWorked();
        UnitOfWorkOptions original = unitOfWork.attributes().options();
        unitOfWork.attributes().join(options, unitOfWork.hasTransaction());
        boolean commits = options.commit() == CommitPolicy.ON_SUCCESS;
        int tries = 0;
        while (true) {
            Throwable failure;
            try {
                T result = task.call();
                if (commits && unitOfWork.mayHaveChanges()) {
                    commit(unitOfWork, result);
                }
                return result;
            } catch (Throwable t) {
                failure = t;
            }
            tries++;
            if (!first || !Retry.again(failure, options, unitOfWork.attributes().hasCommitted(), tries)) {
                unitOfWork.failed(new FailedPart(part.get(), failure));
                if (first) {
                    Retry.giveUp(failure, unitOfWork.attributes().name(), tries);
                }
                throw UnitOfWorkExecutor.<RuntimeException> sneaky(failure);
            }
            unitOfWork.restart(original, failure);
            unitOfWork.attributes().join(options, unitOfWork.hasTransaction());
            if (!Retry.pause(tries)) {
                unitOfWork.failed(new FailedPart(part.get(), failure));
                throw UnitOfWorkExecutor.<RuntimeException> sneaky(failure);
            }
        }
    }

    private void commit(UnitOfWorkContext unitOfWork, Object result) {
        if (result instanceof CompletionStage || result instanceof Uni) {
            unitOfWork.attributes().commitOnSuccess();
        } else if (status.isError(result)) {
            unitOfWork.rollback();
        } else {
            unitOfWork.commit();
        }
    }

    /** Ends a unit of work whose task has succeeded; if the result is a stage, when it completes. */
    @SuppressWarnings("unchecked")
    private <T> T endAfterSuccess(UnitOfWorkContext unitOfWork, T result) {
        if (result instanceof CompletionStage<?> stage) {
            unitOfWork.park();
            return (T) stage.handleAsync((value, failure) -> {
                end(unitOfWork, failure);
                return value;
            }, worker());
        }
        if (result instanceof Uni<?> uni) {
            unitOfWork.park();
            return (T) uni.emitOn(worker()).onItemOrFailure().invoke((value, failure) -> end(unitOfWork, failure))
                    .onCancellation().invoke(() -> worker().execute(unitOfWork::end));
        }
        if (status.isError(result)) {
            return result;
        }
        unitOfWork.finish();
        return result;
    }

    /** Ends a unit of work on a worker thread after its stage has completed. */
    private static void end(UnitOfWorkContext unitOfWork, Throwable failure) {
        unitOfWork.resume();
        try {
            if (failure == null) {
                unitOfWork.finish();
            } else {
                unitOfWork.attributes().failed(failure, false);
            }
        } finally {
            unitOfWork.end();
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
