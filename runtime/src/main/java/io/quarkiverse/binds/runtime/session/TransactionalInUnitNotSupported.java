package io.quarkiverse.binds.runtime.session;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

@Transactional(TxType.NOT_SUPPORTED)
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 199)
public class TransactionalInUnitNotSupported extends TransactionalInUnit {

    TransactionalInUnitNotSupported(Units units) {
        super(units);
    }

    @AroundInvoke
    Object around(InvocationContext context) throws Exception {
        return outsideTransaction(context);
    }
}
