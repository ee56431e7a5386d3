package io.quarkiverse.binds.runtime.session;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

@Transactional(TxType.NEVER)
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 199)
public class TransactionalInUnitNever extends TransactionalInUnit {

    TransactionalInUnitNever(Units units) {
        super(units);
    }

    @AroundInvoke
    Object around(InvocationContext context) throws Exception {
        return outsideTransaction(context);
    }
}
