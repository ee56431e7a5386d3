package io.quarkiverse.binds.runtime.recording;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.quarkiverse.binds.RecordedQuery;

/** Masks the parameters of columns whose names contain one of some words. Thread-safe. */
final class ParameterMask {

    /** More than the statements of an application; the text of one that builds its SQL is looked at each time. */
    private static final int MAX_CACHED = 2000;

    private static final boolean[] NONE = new boolean[0];

    private final List<String> words;
    private final Map<String, boolean[]> masked = new ConcurrentHashMap<>();

    /** @param words in any case */
    ParameterMask(List<String> words) {
        this.words = words.stream().map(word -> word.strip().toLowerCase(Locale.ROOT)).filter(word -> !word.isEmpty()).toList();
    }

    List<Object> apply(String sql, List<Object> parameters) {
        if (parameters.isEmpty() || words.isEmpty()) {
            return parameters;
        }
        boolean[] mask = masked.get(sql);
        if (mask == null) {
            mask = contains(sql) ? new ParameterColumns(sql, this::contains).masked() : NONE;
            if (masked.size() < MAX_CACHED) {
                masked.put(sql, mask);
            }
        }
        return mask == NONE ? parameters : apply(mask, parameters);
    }

    private static List<Object> apply(boolean[] mask, List<Object> parameters) {
        List<Object> result = new ArrayList<>(parameters.size());
        for (int i = 0; i < parameters.size(); i++) {
            // a placeholder that was not found in the text may be of any column
            result.add(i >= mask.length || mask[i] ? RecordedQuery.MASKED : parameters.get(i));
        }
        return Collections.unmodifiableList(result); // has nulls
    }

    private boolean contains(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(lower::contains);
    }
}
