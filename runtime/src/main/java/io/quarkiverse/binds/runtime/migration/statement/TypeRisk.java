package io.quarkiverse.binds.runtime.migration.statement;

import java.math.BigInteger;

import io.quarkiverse.binds.runtime.catalog.CatalogKind;
import io.quarkiverse.binds.runtime.migration.comparison.SqlType;
import io.quarkiverse.binds.runtime.migration.statement.TypeChange.Family;

/** Condition of the values that a change of a type does not keep. */
record TypeRisk(CatalogKind kind, TypeChange type) {

    /** @return null if it cannot be told from a value */
    String condition(String column) {
        SqlType after = type.after();
        Family from = type.from();
        Family to = type.to();
        if (from == Family.ENUM && to == Family.ENUM) {
            return column + " in (" + String.join(", ", type.removedValues()) + ")";
        } else if (from == Family.TEXT && to == Family.ENUM) {
            return column + " not in (" + String.join(", ", after.arguments()) + ")";
        } else if (from == Family.TEXT && to == Family.TEXT) {
            return "char_length(" + column + ") > " + type.capacity(after);
        } else if (from == Family.BINARY && to == Family.BINARY) {
            return "octet_length(" + column + ") > " + type.capacity(after);
        } else if (to == Family.INTEGER && (from == Family.INTEGER || from == Family.DECIMAL)) {
            return column + " < " + TypeChange.min(after) + " or " + column + " > "
                    + BigInteger.TWO.pow(TypeChange.bits(after)).subtract(BigInteger.ONE)
                    + (from == Family.DECIMAL ? " or " + column + " <> round(" + column + ", 0)" : "");
        } else if (to == Family.DECIMAL && (from == Family.INTEGER || from == Family.DECIMAL)) {
            return "abs(" + column + ") >= 1" + "0".repeat((int) TypeChange.integerDigits(after)) + " or " + column
                    + " <> round("
                    + column + ", " + TypeChange.scale(after) + ")";
        } else if (from == Family.TEXT && to == Family.INTEGER) {
            return noMatch(column, "'^ *-?[0-9]+ *$'");
        } else if (to == Family.TEXT && from != Family.JSON && from != Family.OTHER) {
            return "char_length(cast(" + column + " as " + (kind.isMySqlLike() ? "char" : "varchar") + ")) > "
                    + type.capacity(after);
        }
        return null;
    }

    private String noMatch(String column, String pattern) {
        return switch (kind) {
            case MYSQL, MARIADB -> column + " not regexp " + pattern;
            case POSTGRESQL -> column + " !~ " + pattern;
            case H2 -> "not regexp_like(" + column + ", " + pattern + ")";
        };
    }
}
