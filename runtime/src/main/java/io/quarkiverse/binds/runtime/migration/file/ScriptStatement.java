package io.quarkiverse.binds.runtime.migration.file;

import java.util.List;

/**
 * A statement of a script, with what is to be known about it.
 *
 * @param sql without a semicolon at its end
 * @param losesData whether it deletes values or rows
 * @param reason why it does, null if it does not
 * @param comments remarks, such as that it copies the table
 * @param risks problems that depend on rows
 */
public record ScriptStatement(String sql, boolean losesData, String reason, List<String> comments, List<Risk> risks) {

    public ScriptStatement {
        comments = List.copyOf(comments);
        risks = List.copyOf(risks);
    }

    /**
     * A problem that depends on rows.
     *
     * @param query shows the rows
     */
    public record Risk(String text, String query) {
    }
}
