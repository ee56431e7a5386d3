package io.quarkiverse.binds.runtime.migration.statement;

import java.util.List;

/**
 * A statement of a migration. Immutable.
 *
 * @param sql without a semicolon at its end
 * @param reason what is lost; null if nothing is
 * @param comments remarks for the reader of the script, each one line
 */
public record SqlStatement(String sql, boolean losesData, String reason, List<String> comments, List<Risk> risks) {

    public SqlStatement {
        comments = List.copyOf(comments);
        risks = List.copyOf(risks);
    }
}
