package io.quarkiverse.binds.runtime.migration.comparison;

import io.quarkiverse.binds.DatabaseTable.Column;

/** The parts of the text that tells how a column is generated. */
public final class Generation {

    /** On MySQL and MariaDB, behind the expression of a column whose values are not stored. */
    private static final String VIRTUAL = " virtual";

    private Generation() {
    }

    /** Whether the values are computed when they are read. */
    public static boolean isVirtual(Column column) {
        return column.generatedAs() != null && column.generatedAs().endsWith(VIRTUAL);
    }

    /** The expression alone; null for a column that is not generated. */
    public static String expression(Column column) {
        String text = column.generatedAs();
        return isVirtual(column) ? text.substring(0, text.length() - VIRTUAL.length()) : text;
    }
}
