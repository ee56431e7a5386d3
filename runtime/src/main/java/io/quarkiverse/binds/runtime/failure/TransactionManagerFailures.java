package io.quarkiverse.binds.runtime.failure;

/** Creates the error for an exception of the transaction manager that its specification reserves for internal failures. */
public final class TransactionManagerFailures {

    private TransactionManagerFailures() {
    }

    public static String message(Exception e) {
        return "The transaction manager failed: " + e.getMessage();
    }

    public static IllegalStateException unexpected(Exception e) {
        return new IllegalStateException(message(e), e);
    }
}
