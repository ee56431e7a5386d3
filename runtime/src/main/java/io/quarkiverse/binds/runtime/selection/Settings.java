package io.quarkiverse.binds.runtime.selection;

import java.util.function.Consumer;

import io.quarkiverse.binds.CommitPolicy;
import io.quarkiverse.binds.Reads;
import io.quarkiverse.binds.SelectionProgress;
import io.quarkiverse.binds.UnitOfWorkOptions;

/** How a selection is processed: options of its units of work, listener of its progress, position at which it begins. */
record Settings(UnitOfWorkOptions options, Consumer<SelectionProgress> listener, Position start) {

    static final Settings DEFAULTS = new Settings(options(UnitOfWorkOptions.defaults()), progress -> {
    }, Position.START);

    Settings withOptions(UnitOfWorkOptions others) {
        if (others.commit() == CommitPolicy.EXPLICIT) {
            throw new IllegalArgumentException("Each chunk of a selection is committed at its successful end: leave out the"
                    + " policy EXPLICIT, and throw an exception to roll a chunk back");
        }
        return new Settings(options(others), listener, start);
    }

    /** Reads the rows of a chunk in the transaction that changes them, unless the application wants it otherwise. */
    private static UnitOfWorkOptions options(UnitOfWorkOptions of) {
        return (of.reads() == Reads.DEFAULT ? of.reads(Reads.TRANSACTION) : of).commitOnSuccess();
    }

    Settings withListener(Consumer<SelectionProgress> other) {
        return new Settings(options, other, start);
    }

    Settings withStart(Position other) {
        return new Settings(options, listener, other);
    }
}
