package io.quarkiverse.binds.runtime.session;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

import io.quarkiverse.binds.UnitOfWork;
import io.quarkiverse.binds.UnitOfWorkOptions;

/**
 * Makes a method a unit of work. Runs before the interceptor of {@code @Transactional}, so that a method may have both
 * annotations.
 */
@UnitOfWork
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 150)
public class UnitOfWorkInterceptor {

    private final Instance<CurrentUnitOfWork> current;
    private final Instance<UnitOfWorkExecutor> executor;

    /** Looks both up at each call: interceptors of static methods are created before the run-time beans. */
    UnitOfWorkInterceptor(Instance<CurrentUnitOfWork> current, Instance<UnitOfWorkExecutor> executor) {
        this.current = current;
        this.executor = executor;
    }

    @AroundInvoke
    Object around(InvocationContext context) throws Exception {
        UnitOfWorkOptions options = options(context.getInterceptorBinding(UnitOfWork.class));
        CurrentUnitOfWork current = this.current.get();
        UnitOfWorkContext unitOfWork = current.get();
        if (unitOfWork != null) {
            return executor.get().runJoined(unitOfWork, options, () -> name(context), context::proceed);
        }
        JtaTransactions transactions = current.transactions();
        if (transactions.current() != null) {
            return inForeignTransaction(context, transactions);
        }
        return executor.get().run(options, () -> name(context), context::proceed);
    }

    /** Runs the method in a transaction that no unit of work has begun: a failure counts for that transaction. */
    private static Object inForeignTransaction(InvocationContext context, JtaTransactions transactions) throws Exception {
        try {
            return context.proceed();
        } catch (Throwable t) {
            transactions.setRollbackOnly();
            new FailedPart(name(context), t).addTo(transactions.registry());
            throw t;
        }
    }

    private static UnitOfWorkOptions options(UnitOfWork annotation) {
        return new UnitOfWorkOptions(annotation.commit(), annotation.isolation(), annotation.retries(), annotation.readOnly(),
                annotation.idempotent(), annotation.reads());
    }

    private static String name(InvocationContext context) {
        return context.getMethod().getDeclaringClass().getSimpleName() + "." + context.getMethod().getName();
    }
}
