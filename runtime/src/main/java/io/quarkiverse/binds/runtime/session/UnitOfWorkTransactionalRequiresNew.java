package io.quarkiverse.binds.runtime.session;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.quarkus.narayana.jta.runtime.interceptor.TransactionalInterceptorRequiresNew;

/** {@code @Transactional(REQUIRES_NEW)} where there may be a unit of work; takes the place of Quarkus's own interceptor. */
@Transactional(TxType.REQUIRES_NEW)
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 200)
public class UnitOfWorkTransactionalRequiresNew extends TransactionalInterceptorRequiresNew {

    private static final long serialVersionUID = 1L;

    private final transient TransactionalMethods methods;

    UnitOfWorkTransactionalRequiresNew(TransactionalMethods methods) {
        this.methods = methods;
    }

    @Override
    @AroundInvoke
    public Object intercept(InvocationContext context) throws Exception {
        return methods.requiresNew(context, super::intercept);
    }
}
