package io.quarkiverse.binds.runtime.selection;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

import io.quarkiverse.binds.Selection;

/**
 * The ids that were left out of a selection and added to it; no id is in both. Whole numbers are kept as {@code Long}, whatever
 * the type of the entity's id, so that equal selections have equal bytes. Immutable.
 */
record ChosenIds(SortedSet<Object> leftOut, SortedSet<Object> added) {

    static final ChosenIds NONE = new ChosenIds(Collections.emptySortedSet(), Collections.emptySortedSet());

    @SuppressWarnings("unchecked")
    private static final Comparator<Object> ORDER = Comparator.comparing((Object id) -> id.getClass().getName())
            .thenComparing((one, other) -> ((Comparable<Object>) one).compareTo(other));

    /** @throws IllegalArgumentException if there are more ids than a selection can have */
    ChosenIds {
        if (leftOut.size() + added.size() > Selection.MAX_ROWS) {
            throw new IllegalArgumentException("A selection can leave out and add " + Selection.MAX_ROWS + " ids, not "
                    + (leftOut.size() + added.size()) + ": narrow its query instead");
        }
    }

    boolean isEmpty() {
        return leftOut.isEmpty() && added.isEmpty();
    }

    ChosenIds without(Collection<?> ids) {
        SortedSet<Object> changed = normalized(ids);
        return new ChosenIds(union(leftOut, changed), difference(added, changed));
    }

    ChosenIds with(Collection<?> ids) {
        SortedSet<Object> changed = normalized(ids);
        return new ChosenIds(difference(leftOut, changed), union(added, changed));
    }

    static ChosenIds of(Collection<?> leftOut, Collection<?> added) {
        return new ChosenIds(normalized(leftOut), normalized(added));
    }

    /** The ids that are no rows of the query: those that are processed after them belong there too. */
    SortedSet<Object> notOfQuery() {
        return union(leftOut, added);
    }

    private static SortedSet<Object> normalized(Collection<?> ids) {
        SortedSet<Object> result = new TreeSet<>(ORDER);
        for (Object id : ids) {
            result.add(normalized(id));
        }
        return result;
    }

    private static Object normalized(Object id) {
        if (id instanceof Long || id instanceof String || id instanceof UUID) {
            return id;
        }
        if (id instanceof Integer || id instanceof Short || id instanceof Byte) {
            return ((Number) id).longValue();
        }
        throw new IllegalArgumentException("A selection can leave out or add ids that are whole numbers, texts or UUIDs, not "
                + (id == null ? "null" : id.getClass().getName()));
    }

    private static SortedSet<Object> union(SortedSet<Object> some, SortedSet<Object> others) {
        SortedSet<Object> result = new TreeSet<>(ORDER);
        result.addAll(some);
        result.addAll(others);
        return result;
    }

    private static SortedSet<Object> difference(SortedSet<Object> some, SortedSet<Object> others) {
        SortedSet<Object> result = new TreeSet<>(ORDER);
        result.addAll(some);
        result.removeAll(others);
        return result;
    }
}
