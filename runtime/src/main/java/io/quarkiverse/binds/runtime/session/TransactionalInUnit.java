package io.quarkiverse.binds.runtime.session;

import java.util.Arrays;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * {@code @Transactional} within a unit of work: it joins the unit's transaction, and the successful end of the outermost such
 * method commits the unit. Without this, a method that is called after a first read would join a transaction that nobody
 * commits. Runs outside of Quarkus's own interceptors, which find the transaction begun.
 */
abstract class TransactionalInUnit {

    private final Units units;

    TransactionalInUnit(Units units) {
        this.units = units;
    }

    /** REQUIRED. */
    Object commitAtEnd(InvocationContext context) throws Exception {
        Unit unit = units.governing();
        if (unit == null) {
            return context.proceed();
        }
        if (isAsync(context.getMethod().getReturnType())) {
            return left(unit, context);
        }
        boolean outermost = unit.enterTransactional();
        Object result;
        try {
            result = context.proceed();
        } catch (Throwable t) {
            unit.exitTransactional();
            if (outermost) {
                endFailed(unit, context, t);
            }
            throw t;
        }
        unit.exitTransactional();
        if (outermost) {
            unit.endTransactional();
        }
        return result;
    }

    /** An exception rolls back, a checked one too, unless the annotation says of it that it does not. */
    private static void endFailed(Unit unit, InvocationContext context, Throwable t) {
        try {
            if (isListed(context, t)) {
                unit.commit();
            } else {
                unit.rollback();
            }
        } catch (RuntimeException e) {
            t.addSuppressed(e);
        }
    }

    private static boolean isListed(InvocationContext context, Throwable t) {
        return Arrays.stream(context.getInterceptorBinding(Transactional.class).dontRollbackOn())
                .anyMatch(type -> type.isInstance(t));
    }

    /** MANDATORY: the unit is the transaction that it asks for; whoever called it commits. */
    Object insideTransaction(InvocationContext context) throws Exception {
        Unit unit = units.governing();
        if (unit != null) {
            unit.enter();
        }
        return context.proceed();
    }

    /** NOT_SUPPORTED and NEVER: the sessions are Quarkus's own there, since the unit's have a transaction. */
    Object outsideTransaction(InvocationContext context) throws Exception {
        Unit unit = units.governing();
        if (unit == null) {
            return context.proceed();
        }
        boolean before = unit.outside(true);
        try {
            return context.proceed();
        } finally {
            unit.outside(before);
        }
    }

    /** A stage ends its transaction itself, on whichever thread it completes: Quarkus's own handling does that. */
    private static Object left(Unit unit, InvocationContext context) throws Exception {
        unit.suspend();
        boolean before = unit.outside(true);
        try {
            return context.proceed();
        } finally {
            unit.outside(before);
            unit.resumeHere();
        }
    }

    private static boolean isAsync(Class<?> type) {
        return CompletionStage.class.isAssignableFrom(type) || type == Uni.class || type == Multi.class
                || Flow.Publisher.class.isAssignableFrom(type);
    }
}
