package io.quarkiverse.binds.runtime.session;

/** Marks the exception of an observer before the commit, which is its cause, among those of the transaction manager. */
final class RefusedCommitException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefusedCommitException(RuntimeException cause) {
        super(cause);
    }

    @Override
    public synchronized RuntimeException getCause() {
        return (RuntimeException) super.getCause();
    }
}
