package io.quarkiverse.binds.runtime.migration.statement;

import java.util.List;

import io.quarkiverse.binds.runtime.migration.comparison.Change;

/**
 * A statement of a migration. Immutable.
 *
 * @param sql without a semicolon at its end
 * @param reason what is lost; null if nothing is
 * @param comments remarks for the reader of the script, each one line
 * @param changes that are not made without the statement; none if it only accompanies another
 */
public record SqlStatement(String sql, boolean losesData, String reason, List<String> comments, List<Risk> risks,
        List<Change> changes) {

    public SqlStatement {
        comments = List.copyOf(comments);
        risks = List.copyOf(risks);
        changes = List.copyOf(changes);
    }
}
