package io.quarkiverse.binds.runtime.masking;

import io.quarkiverse.binds.RecordedQuery;

/** Stands for a cause whose text shows a value, such as {@code NumberFormatException: For input string: "..."}. */
final class MaskedCause extends Exception {

    private static final long serialVersionUID = 1L;

    private final String type;

    MaskedCause(Throwable masked, Throwable cause) {
        super(RecordedQuery.MASKED, cause);
        this.type = masked.getClass().getName();
        setStackTrace(masked.getStackTrace());
    }

    @Override
    public String toString() {
        return type + ": " + getMessage();
    }
}
