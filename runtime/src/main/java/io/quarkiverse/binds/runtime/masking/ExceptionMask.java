package io.quarkiverse.binds.runtime.masking;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.transaction.xa.XAException;

/** Masks values of sensitive columns in exceptions of the driver of one bind. Immutable. */
public final class ExceptionMask {

    /** Our own exceptions have no values, but quotes. */
    private static final String OWN = "io.quarkiverse.binds.";

    private final ColumnNames columns;

    /** @param columns see {@link SensitiveColumns} */
    ExceptionMask(Set<String> columns) {
        this.columns = new ColumnNames(columns);
    }

    /**
     * Masks the texts of an exception, its causes, the next and the suppressed ones.
     *
     * @return the exception itself if none of them shows a value; otherwise one of the same kind, with the same codes and stack
     *         trace
     */
    public SQLException apply(SQLException e) {
        Walk walk = new Walk();
        SQLException masked = (SQLException) walk.masked(e);
        return walk.shows ? masked : e;
    }

    /** Masks the causes of an exception of a two-phase commit, whose own text has no values. */
    public XAException apply(XAException e) {
        Walk walk = new Walk();
        Throwable cause = walk.masked(e.getCause());
        if (!walk.shows) {
            return e;
        }
        XAException copy = new XAException(e.getMessage());
        copy.errorCode = e.errorCode;
        copy.initCause(cause);
        copy.setStackTrace(e.getStackTrace());
        return copy;
    }

    /** The exceptions that are reached from one exception, each of which may be reached on several ways. */
    private final class Walk {

        /** Null for an exception that is not done yet: a circular chain ends there. */
        private final Map<Throwable, Throwable> seen = new IdentityHashMap<>();
        /** Whether any text has a value. */
        private boolean shows;

        Throwable masked(Throwable t) {
            if (t == null || seen.containsKey(t)) {
                return seen.get(t);
            }
            return t instanceof SQLException sql ? maskedChain(sql) : maskedOther(t);
        }

        /** Begins with the last one: a batch can have as many as statements, and each is linked to its next one. */
        private SQLException maskedChain(SQLException first) {
            List<SQLException> chain = new ArrayList<>(2);
            SQLException e = first;
            while (e != null && !seen.containsKey(e)) {
                seen.put(e, null);
                chain.add(e);
                e = e.getNextException();
            }
            SQLException next = (SQLException) seen.get(e);
            for (int i = chain.size() - 1; i >= 0; i--) {
                next = masked(chain.get(i), next);
                seen.put(chain.get(i), next);
            }
            return next;
        }

        private SQLException masked(SQLException e, SQLException next) {
            Throwable cause = masked(e.getCause());
            List<Throwable> suppressed = new ArrayList<>(0);
            boolean changed = cause != e.getCause() || next != e.getNextException();
            for (Throwable t : e.getSuppressed()) {
                Throwable masked = masked(t);
                changed |= masked != t;
                if (masked != null) {
                    suppressed.add(masked);
                }
            }
            DriverExceptions driver = DriverExceptions.of(e);
            boolean ofText = !e.getClass().getName().startsWith(OWN) && driver.shows(e, columns);
            shows |= ofText;
            if (!ofText && !changed) {
                return e;
            }
            // what the driver has read from the text of its cause is in both
            SQLException copy = driver.copy(e, columns,
                    ofText && cause == e.getCause() && !(cause instanceof SQLException) ? hidden(cause) : cause);
            copy.setStackTrace(e.getStackTrace());
            suppressed.forEach(copy::addSuppressed);
            if (next != null) {
                copy.setNextException(next);
            }
            return copy;
        }

        /** An exception of a parser, or of the driver's own kind. */
        private Throwable maskedOther(Throwable t) {
            seen.put(t, null);
            Throwable cause = masked(t.getCause());
            boolean ofText = !(t instanceof IOException) && t.getMessage() != null && Quotes.isIn(t.getMessage());
            shows |= ofText;
            Throwable result = ofText || cause != t.getCause() ? new MaskedCause(t, cause) : t;
            seen.put(t, result);
            return result;
        }

        private Throwable hidden(Throwable cause) {
            return cause == null || cause instanceof IOException || cause instanceof MaskedCause ? cause
                    : new MaskedCause(cause, masked(cause.getCause()));
        }
    }
}
