package io.quarkiverse.binds.runtime.recording;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.quarkiverse.binds.RecordedQuery;

/** Masks the parameters of columns whose names contain one of some words, and of sensitive columns. Thread-safe. */
final class ParameterMask {

    /** More than the statements of an application; the text of one that builds its SQL is looked at each time. */
    private static final int MAX_CACHED = 2000;

    private static final boolean[] NONE = new boolean[0];

    private final List<String> words;
    private final Set<String> columns;
    private final Map<String, boolean[]> masked = new ConcurrentHashMap<>();

    /**
     * @param words in any case
     * @param columns see {@link io.quarkiverse.binds.runtime.masking.SensitiveColumns}
     */
    ParameterMask(List<String> words, Set<String> columns) {
        this.columns = columns;
        this.words = words.stream().map(word -> word.strip().toLowerCase(Locale.ROOT)).filter(word -> !word.isEmpty()).toList();
    }

    List<Object> apply(String sql, List<Object> parameters) {
        if (parameters.isEmpty() || words.isEmpty() && columns.isEmpty()) {
            return parameters;
        }
        boolean[] mask = masked.get(sql);
        if (mask == null) {
            mask = mask(sql);
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

    private boolean[] mask(String sql) {
        String lower = sql.toLowerCase(Locale.ROOT);
        String plain = plain(lower);
        return words.stream().anyMatch(lower::contains) || columns.stream().anyMatch(plain::contains)
                ? new ParameterColumns(sql, this::isMasked).masked()
                : NONE;
    }

    /** The end of a name decides, since a naming strategy may put that of an embedded attribute before it. */
    private boolean isMasked(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String plain = plain(lower);
        return words.stream().anyMatch(lower::contains) || columns.stream().anyMatch(plain::endsWith);
    }

    private static String plain(String lower) {
        return lower.replace("_", "");
    }
}
