package io.quarkiverse.binds.runtime.session;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.quarkus.narayana.jta.runtime.interceptor.TransactionalInterceptorSupports;

/** {@code @Transactional(SUPPORTS)} where there may be a unit of work; takes the place of Quarkus's own interceptor. */
@Transactional(TxType.SUPPORTS)
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 200)
public class UnitOfWorkTransactionalSupports extends TransactionalInterceptorSupports {

    private static final long serialVersionUID = 1L;

    private final transient TransactionalMethods methods;

    UnitOfWorkTransactionalSupports(TransactionalMethods methods) {
        this.methods = methods;
    }

    @Override
    @AroundInvoke
    public Object intercept(InvocationContext context) throws Exception {
        return methods.joined(context, super::intercept);
    }
}
