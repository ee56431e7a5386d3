package io.quarkiverse.binds.runtime.migration.flyway;

import java.sql.SQLException;
import java.util.List;

import jakarta.persistence.PersistenceException;

import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.internal.exception.FlywaySqlException;

import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.migration.flyway.HistoryTable.Mark;

/** Texts of the errors of scripts of a bind, each with the way on. Immutable. */
final class ScriptErrors {

    private static final int SHOWN_STATEMENTS = 10;
    private static final int SHOWN_LENGTH = 200;

    private final String bind;

    ScriptErrors(String bind) {
        this.bind = bind;
    }

    /**
     * A statement that failed.
     *
     * @param number of the statement in the script, from 1 on
     * @param line in the script; 0 if it is not known
     * @param kept statements before it whose effect the database has
     */
    record FailedStatement(String script, int number, int line, String sql, List<String> kept, Throwable cause) {
    }

    /** File name of a script whose path Flyway gives. */
    static String file(String script) {
        return script.substring(script.replace('\\', '/').lastIndexOf('/') + 1);
    }

    private String of() {
        return " of " + BindNames.display(bind);
    }

    /** The database has rolled back the script. */
    PersistenceException rolledBack(FailedStatement failed) {
        return new PersistenceException(failure(failed) + "The database has rolled the script back, nothing of it is applied:"
                + " mend the script or the database and repeat the call.", failed.cause());
    }

    /** Statements before the failed one stay applied, and the next upgrade goes on with the failed one. */
    PersistenceException goesOn(FailedStatement failed, String previous) {
        return new PersistenceException(failure(failed) + kept(failed) + "There are two ways on. Mend the database, or the"
                + " script from statement " + failed.number() + " on, and call upgrade again: it goes on with statement "
                + failed.number() + ". Or undo the applied statements by hand and call stamp(\"" + previous
                + "\"): the next upgrade then begins with the first statement.", failed.cause());
    }

    /** Statements before the failed one stay applied, and the database keeps no count of them. */
    PersistenceException beginsAgain(FailedStatement failed, String version, String previous) {
        return new PersistenceException(failure(failed) + kept(failed) + "There are two ways on. Undo the applied statements"
                + " by hand, call stamp(\"" + previous
                + "\"), mend the script or the database, and call upgrade again: it begins"
                + " with the first statement. Or execute the other statements by hand and call stamp(\"" + version + "\").",
                failed.cause());
    }

    /** An undo script of which the statements before the failed one stay applied. */
    PersistenceException undoGoesOn(FailedStatement failed, String version, String previous) {
        return new PersistenceException(failure(failed) + kept(failed) + "There are two ways on. Mend the database, or the"
                + " script from statement " + failed.number() + " on, and call downgrade again: it goes on with statement "
                + failed.number() + ". Or complete it by hand and call stamp(\"" + previous + "\"), or take it back by hand and"
                + " call stamp(\"" + version + "\").", failed.cause());
    }

    /** An undo script of which the statements before the failed one stay applied, and the database keeps no count of them. */
    PersistenceException undoByHand(FailedStatement failed, String version, String previous) {
        return new PersistenceException(failure(failed) + kept(failed)
                + "There are two ways on. Execute the other statements by"
                + " hand and call stamp(\"" + previous + "\"). Or take back the applied ones by hand, mend the script or the"
                + " database, and call downgrade again: the version " + version
                + " counts as applied, and the script begins with"
                + " the first statement.", failed.cause());
    }

    private String failure(FailedStatement failed) {
        return "The script " + failed.script() + of() + " failed in statement " + failed.number()
                + (failed.line() > 0 ? ", line " + failed.line() : "") + ": [" + shortened(failed.sql()) + "] "
                + failed.cause().getMessage() + ". ";
    }

    private static String kept(FailedStatement failed) {
        List<String> kept = failed.kept();
        if (kept.isEmpty()) {
            return "No statement of it is applied. ";
        }
        int from = Math.max(0, kept.size() - SHOWN_STATEMENTS);
        StringBuilder text = new StringBuilder(
                "Applied before, as this kind of database does not roll back changes of tables: ");
        if (from > 0) {
            text.append(from).append(" statements and ");
        }
        for (int i = from; i < kept.size(); i++) {
            text.append(i == from ? "" : ", ").append(i + 1).append(" [").append(shortened(kept.get(i))).append(']');
        }
        return text.append(". ").toString();
    }

    private static String shortened(String sql) {
        String line = sql.strip().replaceAll("\\s+", " ");
        return line.length() <= SHOWN_LENGTH ? line : line.substring(0, SHOWN_LENGTH) + "...";
    }

    /** A script that another call, perhaps in another process, has left unfinished. */
    PersistenceException failedEarlier(MigrationInfo failed, String previous) {
        return new PersistenceException("The script " + file(failed.getScript()) + of() + " has failed before, and the history"
                + " does not say how many of its statements are applied. Undo them by hand and call stamp(\"" + previous
                + "\"), or execute the other ones by hand and call stamp(\"" + failed.getVersion() + "\"). Then repeat the"
                + " call.");
    }

    MigrationRefusedException otherIsUnfinished(Mark mark) {
        String call = mark.undo() ? "downgrade" : "upgrade";
        return new MigrationRefusedException("The script " + mark.script() + of() + " was interrupted after "
                + mark.statements() + " statements: repeat the " + call
                + ", which goes on with the next statement; or bring the"
                + " database to the state of a version by hand and call stamp with this version");
    }

    MigrationRefusedException appliedPartHasChanged(Mark mark) {
        return new MigrationRefusedException("The first " + mark.statements() + " statements of the script " + mark.script()
                + of() + " were applied before an interruption, and have been changed in the script since: restore them and"
                + " repeat the call; or bring the database to the state of a version by hand and call stamp with this version");
    }

    MigrationRefusedException progressUnknown(SQLException e) {
        MigrationRefusedException refused = new MigrationRefusedException(
                "The progress of the script" + of() + " cannot be recorded in Flyway's history table: " + e.getMessage());
        refused.initCause(e);
        return refused;
    }

    /** What is wrong with a script, by the code of Flyway's validation. */
    static String problem(String code, String script) {
        return script + switch (code) {
            case "CHECKSUM_MISMATCH" -> " was changed after it had been applied";
            case "APPLIED_VERSIONED_MIGRATION_NOT_RESOLVED", "APPLIED_REPEATABLE_MIGRATION_NOT_RESOLVED" ->
                " is applied, but there is no such script";
            case "RESOLVED_VERSIONED_MIGRATION_NOT_APPLIED" ->
                " is older than the newest applied one, but not applied: give it a newer version, or allow it by"
                        + " quarkus.flyway.out-of-order of this bind";
            case "DESCRIPTION_MISMATCH", "TYPE_MISMATCH" -> " was renamed after it had been applied";
            case "FAILED_VERSIONED_MIGRATION", "FAILED_REPEATABLE_MIGRATION" -> " has failed";
            default -> ": " + code;
        };
    }

    PersistenceException doesNotFit(List<String> problems, String current) {
        return new PersistenceException("The scripts" + of() + " do not fit the history in its database: "
                + String.join("; ", problems)
                + ". Restore the scripts as they were applied; or, if the database has the changes of"
                + " the present scripts, call stamp(\"" + current + "\")");
    }

    PersistenceException noHistory(String table) {
        return new PersistenceException("The database" + of() + " has tables but no history table " + table
                + ": call stamp(\"head\") if it has the changes of all scripts, stamp with a version if it has those up to this"
                + " version, or stamp(\"base\") if all scripts are to be applied");
    }

    PersistenceException other(String action, Exception e) {
        // the message of the cause is a part of Flyway's own, between lines and codes
        String message = e instanceof FlywaySqlException && e.getCause() != null ? e.getCause().getMessage() : e.getMessage();
        return new PersistenceException("Cannot " + action + of() + ": " + message, e);
    }

    IllegalArgumentException unknownVersion(String target, List<String> versions, String places) {
        return new IllegalArgumentException("There is no script of version '" + target + "'" + of() + ". "
                + (versions.isEmpty() ? "There are no scripts in " + places
                        : "Its versions are: " + String.join(", ", versions)));
    }

    IllegalArgumentException tooFew(String target, int available, String what) {
        return new IllegalArgumentException("'" + target + "' is not possible" + of() + ": it has " + available + " " + what);
    }

    IllegalStateException noUndo(List<String> scripts, String places) {
        return new IllegalStateException("Nothing is reverted" + of() + ": there is no script to revert "
                + String.join(", ", scripts) + " in " + places + ", whose name begins with U and the version");
    }
}
