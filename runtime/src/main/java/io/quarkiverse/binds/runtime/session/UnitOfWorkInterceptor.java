package io.quarkiverse.binds.runtime.session;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transaction;

import io.quarkiverse.binds.UnitOfWork;
import io.quarkiverse.binds.UnitOptions;

/** Makes a method a unit of work. Outside of {@code @Transactional}, so that a method may carry both. */
@UnitOfWork
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 150)
public class UnitOfWorkInterceptor {

    private final Units units;
    private final UnitRunner runner;

    UnitOfWorkInterceptor(Units units, UnitRunner runner) {
        this.units = units;
        this.runner = runner;
    }

    @AroundInvoke
    Object around(InvocationContext context) throws Exception {
        UnitOptions options = options(context.getInterceptorBinding(UnitOfWork.class));
        Unit unit = units.governing();
        if (unit != null) {
            return runner.joined(unit, options, context::proceed);
        }
        Transaction others = units.jta().current();
        if (others != null) {
            return context.proceed();
        }
        return runner.own(options, () -> name(context), context::proceed);
    }

    private static UnitOptions options(UnitOfWork annotation) {
        return new UnitOptions(annotation.commit(), annotation.isolation(), annotation.retries(), annotation.readOnly(),
                annotation.idempotent());
    }

    private static String name(InvocationContext context) {
        return context.getMethod().getDeclaringClass().getSimpleName() + "." + context.getMethod().getName();
    }
}
