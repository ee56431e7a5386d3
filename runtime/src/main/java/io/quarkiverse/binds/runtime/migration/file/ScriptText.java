package io.quarkiverse.binds.runtime.migration.file;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.migration.statement.SqlStatement;

/** Builds the text of a script. */
public final class ScriptText {

    private ScriptText() {
    }

    /**
     * Builds the text of a script.
     *
     * @param message what the script is for
     * @param allowDestructive whether statements that lose data are active; without it they are comments
     */
    public static String of(String bind, String message, Instant time, List<SqlStatement> statements,
            boolean allowDestructive) {
        StringBuilder text = new StringBuilder();
        comment(text, message);
        comment(text, "Made for " + BindNames.display(bind) + " at " + time.truncatedTo(ChronoUnit.SECONDS)
                + " by db migrate. Review it before it is applied.");
        statements.forEach(statement -> statement(text, statement, allowDestructive));
        return text.toString();
    }

    private static void statement(StringBuilder text, SqlStatement statement, boolean allowDestructive) {
        text.append('\n');
        boolean isActive = allowDestructive || !statement.losesData();
        if (statement.losesData()) {
            comment(text, "LOSES DATA: " + statement.reason()
                    + (isActive ? "" : ". It is not run: write it with --allow-destructive, now or in a later script."));
        }
        statement.comments().forEach(remark -> comment(text, remark));
        statement.risks().forEach(risk -> {
            comment(text, "Risk: " + risk.text() + ". The rows:");
            comment(text, "  " + risk.query());
        });
        String sql = statement.sql().stripTrailing() + ";";
        if (isActive) {
            text.append(sql).append('\n');
        } else {
            comment(text, sql);
        }
    }

    /** Appends a comment; a line break in it is no way out. */
    private static void comment(StringBuilder text, String comment) {
        for (String line : comment.split("\\R", -1)) {
            text.append("-- ").append(line).append('\n');
        }
    }
}
