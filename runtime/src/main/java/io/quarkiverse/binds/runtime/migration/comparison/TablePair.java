package io.quarkiverse.binds.runtime.migration.comparison;

import io.quarkiverse.binds.DatabaseTable;

/** A table in both states, with the names and indexes that the server gives it. Immutable. */
record TablePair(DatabaseTable before, DatabaseTable after) {

    static TablePair of(DatabaseTable before, DatabaseTable after, Options options) {
        DatabaseTable named = ServerNames.completed(after, before, true, options);
        DatabaseTable namedBefore = ServerNames.completed(before, named, false, options);
        return new TablePair(ImpliedIndexes.completed(namedBefore, named, options),
                ImpliedIndexes.completed(named, namedBefore, options));
    }
}
