package io.quarkiverse.binds.runtime.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table of text, with columns as wide as their longest value. Used by one thread. */
final class TextTable {

    private static final int MAX_WIDTH = 200;

    private final List<List<String>> lines = new ArrayList<>();

    TextTable(List<String> header) {
        lines.add(header);
    }

    void add(List<String> values) {
        lines.add(values.stream().map(TextTable::shortened).toList());
    }

    private static String shortened(String value) {
        String line = value.replaceAll("\\R", " ");
        return line.length() <= MAX_WIDTH ? line : line.substring(0, MAX_WIDTH - 3) + "...";
    }

    String print() {
        int columns = lines.get(0).size();
        int[] widths = new int[columns];
        lines.forEach(line -> {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        });
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < lines.size(); row++) {
            append(text, lines.get(row), widths);
            if (row == 0) {
                append(text, Arrays.stream(widths).mapToObj("-"::repeat).toList(), widths);
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, List<String> line, int[] widths) {
        StringBuilder padded = new StringBuilder();
        for (int i = 0; i < line.size(); i++) {
            padded.append(line.get(i)).append(" ".repeat(widths[i] - line.get(i).length() + 2));
        }
        text.append(padded.toString().stripTrailing()).append('\n');
    }
}
