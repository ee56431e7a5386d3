package io.quarkiverse.binds.runtime.readonly;

/** Reports statements that write, and refuses none. */
final class WriteObserver extends StatementGuard {

    private final Runnable onWrite;

    WriteObserver(SqlSyntax syntax, Runnable onWrite) {
        super(null, syntax, true);
        this.onWrite = onWrite;
    }

    @Override
    void refuse(String operation) {
        onWrite.run();
    }
}
