package io.quarkiverse.binds.runtime.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds out, by the text of a statement, which of its placeholders stand for values of certain columns. In case of doubt a
 * placeholder counts as one of them: the names that are near it decide, and without any, those of the placeholder before it.
 */
final class ParameterColumns {

    /** Words between two conditions, assignments or clauses. */
    private static final Set<String> BOUNDARIES = Set.of("where", "set", "on", "having", "and", "or", "when", "then", "else",
            "select", "values", "from", "by", "using", "update", "into");
    /** Words before a number that belongs to no column. */
    private static final Set<String> LIMITS = Set.of("limit", "offset", "fetch", "first", "top");
    private static final Set<String> INSERTS = Set.of("insert", "merge", "replace", "upsert");
    private static final Set<String> ROWS = Set.of("values", "value");

    private final List<SqlToken> tokens;
    private final Predicate<String> isMasked;
    private final List<Boolean> masked = new ArrayList<>();
    private int at;

    /** @param isMasked whether a name is that of such a column */
    ParameterColumns(String sql, Predicate<String> isMasked) {
        this.tokens = SqlToken.of(sql);
        this.isMasked = isMasked;
    }

    /** For each placeholder, whether it stands for such a value. */
    boolean[] masked() {
        insertedRows();
        for (; at < tokens.size(); at++) {
            if (tokens.get(at).isPlaceholder()) {
                masked.add(isNearMaskedName());
            }
        }
        boolean[] result = new boolean[masked.size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = masked.get(i);
        }
        return result;
    }

    /**
     * Reads {@code insert into t (a, b) values (?, ?), (?, ?)}, where the position decides. If the rows come from a query, all
     * placeholders count.
     */
    private void insertedRows() {
        int into = tokens.isEmpty() || !tokens.get(0).isWordOf(INSERTS) ? -1 : indexOf("into", 0);
        int open = into < 0 ? -1 : indexOf("(", into);
        int values = into < 0 ? -1 : indexOf(ROWS, into);
        if (open < 0 || values >= 0 && values < open) {
            return;
        }
        List<Boolean> columns = new ArrayList<>();
        for (int i = open + 1; i < tokens.size() && !tokens.get(i).is(")"); i++) {
            if (tokens.get(i).isName()) {
                columns.add(isMasked.test(tokens.get(i).text()));
            }
        }
        if (values >= 0 && indexOf("select", 0) < 0) {
            rows(values + 1, columns);
        } else if (columns.contains(true)) {
            for (; at < tokens.size(); at++) {
                if (tokens.get(at).isPlaceholder()) {
                    masked.add(true);
                }
            }
        }
    }

    private void rows(int first, List<Boolean> columns) {
        int depth = 0;
        int column = 0;
        for (at = first; at < tokens.size(); at++) {
            SqlToken token = tokens.get(at);
            if (token.isPlaceholder()) {
                masked.add(column >= columns.size() || columns.get(column));
            } else if (token.is("(") && depth++ == 0) {
                column = 0;
            } else if (token.is(")")) {
                depth--;
            } else if (token.is(",") && depth == 1) {
                column++;
            } else if (depth == 0 && !token.is(",")) {
                return; // on duplicate key update, on conflict, returning
            }
        }
    }

    private boolean isNearMaskedName() {
        boolean named = false;
        int depth = depth(at);
        for (int step : new int[] { -1, 1 }) {
            int level = depth;
            for (int i = at + step; i >= 0 && i < tokens.size(); i += step) {
                SqlToken token = tokens.get(i);
                if (step < 0 && !named && token.isWordOf(LIMITS)) {
                    return false;
                }
                if (token.isPlaceholder() || token.isWordOf(BOUNDARIES) || token.isWordOf(LIMITS)
                        || token.is(",") && level <= 0) {
                    break;
                }
                level += token.is("(") ? step : token.is(")") ? -step : 0;
                if (token.isName() && isMasked.test(token.text())) {
                    return true;
                }
                named |= step < 0 && token.isName() && !isFunction(i);
            }
        }
        return !named && !masked.isEmpty() && masked.get(masked.size() - 1);
    }

    private boolean isFunction(int index) {
        return index + 1 < tokens.size() && tokens.get(index + 1).is("(");
    }

    /** The number of parentheses that are open before a token. */
    private int depth(int index) {
        int depth = 0;
        for (SqlToken token : tokens.subList(0, index)) {
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
        }
        return depth;
    }

    private int indexOf(String text, int from) {
        return indexOf(Set.of(text), from);
    }

    private int indexOf(Set<String> texts, int from) {
        for (int i = from; i < tokens.size(); i++) {
            if (tokens.get(i).isWordOf(texts) || texts.contains(tokens.get(i).text()) && !tokens.get(i).isName()) {
                return i;
            }
        }
        return -1;
    }
}
