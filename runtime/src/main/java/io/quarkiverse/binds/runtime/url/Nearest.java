package io.quarkiverse.binds.runtime.url;

import java.util.Collection;
import java.util.Locale;

/** Suggests the name that was probably meant by a mistyped one. */
public final class Nearest {

    private Nearest() {
    }

    /**
     * Returns the nearest of some names: one that is equal but for case, '-', '_' and '.', or the one with the smallest edit
     * distance, at most a third of the length.
     *
     * @return null if no name is near
     */
    public static String of(String name, Collection<String> names) {
        String wanted = plain(name);
        String nearest = null;
        int least = wanted.length() / 3 + 1;
        for (String candidate : names) {
            int distance = distance(wanted, plain(candidate));
            if (distance < least) {
                least = distance;
                nearest = candidate;
            }
        }
        return nearest;
    }

    /**
     * Formats the nearest name as the end of a sentence: {@code ; did you mean pool.size?}, or a full stop if there is none.
     */
    public static String end(String name, Collection<String> names) {
        String nearest = of(name, names);
        return nearest == null ? "." : "; did you mean " + nearest + "?";
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_.]", "");
    }

    /** The Levenshtein distance, in which two swapped neighbours count as one edit. */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replaced, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
