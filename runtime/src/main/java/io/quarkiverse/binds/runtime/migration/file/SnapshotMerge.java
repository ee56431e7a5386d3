package io.quarkiverse.binds.runtime.migration.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Mends a snapshot with conflicts of git: keeps what only one branch has added, and asks for a decision where both have changed
 * the same. What one branch has removed and the other left is removed if the conflicts show the common ancestor (git's
 * {@code merge.conflictStyle=diff3}), else it is kept. Used by one thread, for one text.
 */
public final class SnapshotMerge {

    /** The branch whose lines count where both have changed the same. */
    public enum Preference {
        NONE,
        OURS,
        THEIRS
    }

    /** The lines of both branches between markers, and of the ancestor if it is shown. */
    private static final class Conflict {

        private final Map<String, SnapshotLine> ours = new LinkedHashMap<>();
        private final Map<String, SnapshotLine> theirs = new LinkedHashMap<>();
        private final Map<String, SnapshotLine> base = new LinkedHashMap<>();
        private boolean hasBase;

        private Map<String, SnapshotLine> side(ConflictMarker marker) {
            return marker == ConflictMarker.OURS ? ours : marker == ConflictMarker.BASE ? base : theirs;
        }
    }

    private final Preference preference;
    private final Map<String, SnapshotLine> merged = new LinkedHashMap<>();
    private final List<String> undecided = new ArrayList<>();

    private SnapshotMerge(Preference preference) {
        this.preference = preference;
    }

    /** Whether a text has a conflict of git. */
    public static boolean isNeeded(String text) {
        return text.lines().anyMatch(line -> ConflictMarker.of(line) != null);
    }

    /**
     * Merges the branches.
     *
     * @throws IllegalStateException if both have changed the same and there is no preference; the message names what
     * @throws IllegalArgumentException if the text is no snapshot
     */
    public static Snapshot merge(String text, Preference preference) {
        return new SnapshotMerge(preference).merge(text);
    }

    private Snapshot merge(String text) {
        Conflict conflict = null;
        ConflictMarker side = null;
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            ConflictMarker marker = ConflictMarker.of(line);
            if (marker == ConflictMarker.OURS) {
                conflict = new Conflict();
            } else if (marker != null && conflict == null) {
                throw new IllegalArgumentException("Line " + number + ": a conflict of git that has no beginning");
            }
            if (marker == ConflictMarker.END) {
                resolve(conflict);
                conflict = null;
            } else if (marker != null) {
                conflict.hasBase |= marker == ConflictMarker.BASE;
                side = marker;
            } else {
                Map<String, SnapshotLine> target = conflict == null ? merged : conflict.side(side);
                parse(line, number).ifPresent(read -> target.put(read.key(), read));
            }
        }
        if (conflict != null) {
            throw new IllegalArgumentException("Line " + number + ": a conflict of git that has no end");
        }
        if (!undecided.isEmpty()) {
            throw new IllegalStateException("Both branches have changed:\n- " + String.join("\n- ", undecided)
                    + "\nKeep one side by --ours or --theirs, that of the newer script, or edit the file");
        }
        // a line of a table is the first of its table, and shorter than each other of them
        return SnapshotReader.read(merged.values().stream().map(SnapshotLine::text).sorted(Comparator.naturalOrder())
                .collect(Collectors.joining("\n")));
    }

    private static Optional<SnapshotLine> parse(String line, int number) {
        try {
            return SnapshotLine.parse(line);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Line " + number + ": " + e.getMessage(), e);
        }
    }

    private void resolve(Conflict conflict) {
        TreeSet<String> keys = new TreeSet<>(conflict.ours.keySet());
        keys.addAll(conflict.theirs.keySet());
        for (String key : keys) {
            SnapshotLine ours = conflict.ours.get(key);
            SnapshotLine theirs = conflict.theirs.get(key);
            SnapshotLine base = conflict.base.get(key);
            if (same(ours, theirs) || !conflict.hasBase && theirs == null || conflict.hasBase && same(theirs, base)) {
                keep(key, ours);
            } else if (!conflict.hasBase && ours == null || conflict.hasBase && same(ours, base)) {
                keep(key, theirs);
            } else if (preference == Preference.NONE) {
                undecided.add((ours == null ? theirs : ours).display() + ":\n  ours:   " + text(ours) + "\n  theirs: "
                        + text(theirs));
            } else {
                keep(key, preference == Preference.OURS ? ours : theirs);
            }
        }
    }

    private void keep(String key, SnapshotLine line) {
        if (line != null) {
            merged.put(key, line);
        }
    }

    private static boolean same(SnapshotLine one, SnapshotLine other) {
        return Objects.equals(text(one), text(other));
    }

    private static String text(SnapshotLine line) {
        return line == null ? "(removed)" : line.text();
    }
}
