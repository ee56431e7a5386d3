package io.quarkiverse.binds.runtime.session;

import java.util.Arrays;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;

import io.quarkus.transaction.annotations.Rollback;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Implements {@code @Transactional} in a unit of work: the method takes part in its transaction, and the successful end of the
 * outermost method commits the unit of work. The failure of a method fails the unit of work, even if the exception is caught:
 * no commit is possible until a rollback. Outside of a unit of work a method is intercepted as in Quarkus. Thread-safe.
 */
@Singleton
public class TransactionalMethods {

    private final Instance<CurrentUnitOfWork> current;

    /** @param current looked up at each call: interceptors of static methods are created before the run-time beans */
    TransactionalMethods(Instance<CurrentUnitOfWork> current) {
        this.current = current;
    }

    Object required(InvocationContext context, TransactionalInterception quarkus) throws Exception {
        UnitOfWorkContext unitOfWork = current.get().get();
        if (unitOfWork == null) {
            return current.get().transactions().current() == null ? asNewTransaction(context, quarkus)
                    : asParticipant(context, quarkus);
        }
        if (isAsync(context)) {
            return outsideOf(unitOfWork, context, quarkus);
        }
        unitOfWork.beginTransactional(TransactionTimeout.of(context), () -> name(context));
        Object result;
        try {
            result = context.proceed();
        } catch (Throwable t) {
            boolean outermost = unitOfWork.exitTransactional();
            if (commitsDespite(context, t)) {
                if (outermost) {
                    commitDespite(unitOfWork, t);
                }
            } else {
                unitOfWork.failed(new FailedPart(name(context), t));
            }
            throw t;
        }
        if (unitOfWork.exitTransactional()) {
            unitOfWork.completeTransactional();
        }
        return result;
    }

    private static void commitDespite(UnitOfWorkContext unitOfWork, Throwable thrown) {
        try {
            unitOfWork.completeTransactional();
        } catch (RuntimeException e) {
            thrown.addSuppressed(e);
        }
    }

    /** MANDATORY and SUPPORTS: the unit of work counts as the required transaction; the caller commits it. */
    Object joined(InvocationContext context, TransactionalInterception quarkus) throws Exception {
        UnitOfWorkContext unitOfWork = current.get().get();
        if (unitOfWork == null) {
            return asParticipant(context, quarkus);
        }
        if (isAsync(context)) {
            return quarkus.intercept(context);
        }
        TransactionTimeout.refuse(context);
        unitOfWork.begin();
        try {
            return context.proceed();
        } catch (Throwable t) {
            if (!commitsDespite(context, t)) {
                unitOfWork.failed(new FailedPart(name(context), t));
            }
            throw t;
        }
    }

    /** REQUIRES_NEW: a separate transaction, whose outcome is independent of the unit of work. */
    Object requiresNew(InvocationContext context, TransactionalInterception quarkus) throws Exception {
        return outsideOf(current.get().getOrOpenOwned(), context, c -> asNewTransaction(c, quarkus));
    }

    /**
     * Runs a method whose transaction belongs to no unit of work: where Quarkus would roll back and return, an exception is
     * thrown.
     */
    private Object asNewTransaction(InvocationContext context, TransactionalInterception quarkus) throws Exception {
        TransactionSynchronizationRegistry transaction = current.get().transactions().registry();
        return CommitCauses.causing(new FailedPartInvocationContext(context, () -> {
            FailedPart failed = FailedPart.of(transaction);
            return failed == null ? null : failed.refusalOfTransaction(name(context));
        }), quarkus);
    }

    /** Runs a method that joins such a transaction, if there is one. */
    private Object asParticipant(InvocationContext context, TransactionalInterception quarkus) throws Exception {
        try {
            return quarkus.intercept(context);
        } catch (Throwable t) {
            if (current.get().transactions().isMarkedRollback()) {
                new FailedPart(name(context), t).addTo(current.get().transactions().registry());
            }
            throw t;
        }
    }

    /** NOT_SUPPORTED: the method uses Quarkus's own sessions, since those of the unit of work have a transaction. */
    Object notSupported(InvocationContext context, TransactionalInterception quarkus) throws Exception {
        return outsideOf(current.get().getOrOpenOwned(), context, quarkus);
    }

    /** NEVER: refused within {@code @Transactional}; otherwise the unit of work is suspended meanwhile. */
    Object never(InvocationContext context, TransactionalInterception quarkus) throws Exception {
        UnitOfWorkContext unitOfWork = current.get().get();
        if (unitOfWork != null && !unitOfWork.isTransactional()) {
            return outsideOf(unitOfWork, context, quarkus);
        }
        if (unitOfWork != null) {
            unitOfWork.begin(); // a commit may have ended the transaction because of which the method is refused
        }
        return quarkus.intercept(context);
    }

    /**
     * @param unitOfWork null if this thread has none
     */
    private static Object outsideOf(UnitOfWorkContext unitOfWork, InvocationContext context, TransactionalInterception quarkus)
            throws Exception {
        if (unitOfWork == null) {
            return quarkus.intercept(context);
        }
        TransactionSuspension.State before = unitOfWork.suspension().beginOutside();
        try {
            return quarkus.intercept(context);
        } finally {
            unitOfWork.suspension().endOutside(before);
        }
    }

    /**
     * Whether to commit in spite of an exception. Every exception rolls back, checked ones included, unless the annotation or
     * the exception's own class specifies otherwise.
     */
    private static boolean commitsDespite(InvocationContext context, Throwable t) {
        boolean listed = Arrays.stream(context.getInterceptorBinding(Transactional.class).dontRollbackOn())
                .anyMatch(type -> type.isInstance(t));
        Rollback own = t.getClass().getAnnotation(Rollback.class);
        return listed || own != null && !own.value();
    }

    /**
     * Whether the method returns a stage, at whose completion Quarkus's own interceptor ends the transaction, on any thread.
     */
    private static boolean isAsync(InvocationContext context) {
        Class<?> type = context.getMethod().getReturnType();
        return CompletionStage.class.isAssignableFrom(type) || type == Uni.class || type == Multi.class
                || Flow.Publisher.class.isAssignableFrom(type);
    }

    private static String name(InvocationContext context) {
        return context.getMethod().getDeclaringClass().getSimpleName() + "." + context.getMethod().getName();
    }
}
