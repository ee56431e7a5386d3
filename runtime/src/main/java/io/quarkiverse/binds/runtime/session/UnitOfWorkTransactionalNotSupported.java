package io.quarkiverse.binds.runtime.session;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.quarkus.narayana.jta.runtime.interceptor.TransactionalInterceptorNotSupported;

/** {@code @Transactional(NOT_SUPPORTED)} where there may be a unit of work; takes the place of Quarkus's own interceptor. */
@Transactional(TxType.NOT_SUPPORTED)
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 200)
public class UnitOfWorkTransactionalNotSupported extends TransactionalInterceptorNotSupported {

    private static final long serialVersionUID = 1L;

    private final transient TransactionalMethods methods;

    UnitOfWorkTransactionalNotSupported(TransactionalMethods methods) {
        this.methods = methods;
    }

    @Override
    @AroundInvoke
    public Object intercept(InvocationContext context) throws Exception {
        return methods.notSupported(context, super::intercept);
    }
}
