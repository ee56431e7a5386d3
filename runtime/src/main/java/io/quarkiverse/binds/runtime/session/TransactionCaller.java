package io.quarkiverse.binds.runtime.session;

import java.lang.StackWalker.StackFrame;

/** Recognises, by the stack of the thread, the code of Quarkus that calls the {@code UserTransaction} of the application. */
final class TransactionCaller {

    private static final String REQUEST_SCOPED = "io.quarkus.narayana.jta.RequestScopedTransaction";
    private static final String QUARKUS_TRANSACTION = "io.quarkus.narayana.jta.QuarkusTransactionImpl";

    /** The class whose caller is searched for. */
    private final String called;

    TransactionCaller(Class<?> called) {
        this.called = called.getName();
    }

    /**
     * Whether the caller is {@code QuarkusTransaction.begin()}, whose transaction Quarkus ends together with the request scope.
     */
    boolean isRequestScoped() {
        return is(REQUEST_SCOPED, "begin");
    }

    /**
     * Whether the caller is {@code QuarkusTransaction.joiningExisting()} after a failure of its task, rather than the
     * application.
     */
    boolean isFailedTask() {
        return is(QUARKUS_TRANSACTION, "callInTheirTx");
    }

    private boolean is(String type, String method) {
        StackFrame caller = StackWalker.getInstance()
                .walk(frames -> frames.dropWhile(this::isIntermediate).findFirst().orElse(null));
        return caller != null && caller.getClassName().equals(type) && caller.getMethodName().equals(method);
    }

    private boolean isIntermediate(StackFrame frame) {
        return frame.getClassName().equals(TransactionCaller.class.getName())
                || frame.getClassName().equals(called)
                || frame.getClassName().endsWith("_ClientProxy");
    }
}
