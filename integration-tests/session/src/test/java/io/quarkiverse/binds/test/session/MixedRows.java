package io.quarkiverse.binds.test.session;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.quarkiverse.binds.test.databases.DatabaseServer;

/** Compares the rows of both databases with the rows expected from the requests. */
final class MixedRows {

    private final MixedRun run;
    private final Set<String> notes;
    private final Set<String> entries;

    MixedRows(MixedRun run, DatabaseServer server, String notes, String ledger) {
        this.run = run;
        this.notes = names(server, notes, "select name as n from note where name like ?", run);
        this.entries = names(server, ledger, "select text as n from entry where text like ?", run);
    }

    private static Set<String> names(DatabaseServer server, String database, String sql, MixedRun run) {
        return server.queryIn(database, sql, run.name() + "-%").stream().map(row -> (String) row.get("n"))
                .collect(Collectors.toSet());
    }

    int notes() {
        return notes.size();
    }

    int entries() {
        return entries.size();
    }

    /** Returns missing and unexpected rows. */
    Set<String> differences() {
        Set<String> differences = new TreeSet<>();
        Set<String> unknownNotes = new HashSet<>(notes);
        Set<String> unknownEntries = new HashSet<>(entries);
        for (int number = 0; number < run.requests(); number++) {
            MixedKind kind = run.kind(number);
            String name = run.name(number);
            boolean note = unknownNotes.remove(name);
            boolean entry = unknownEntries.remove(name);
            boolean right = switch (kind.rows) {
                case NONE -> !note && !entry;
                case NOTE -> note && !entry;
                case ENTRY -> !note && entry;
                case BOTH -> note && entry;
                case BOTH_OR_NONE -> note == entry;
            };
            if (!right) {
                differences.add(name + ": " + (note ? "a note" : "no note") + ", " + (entry ? "an entry" : "no entry"));
            }
        }
        unknownNotes.forEach(name -> differences.add("a note " + name));
        unknownEntries.forEach(name -> differences.add("an entry " + name));
        return differences;
    }
}
