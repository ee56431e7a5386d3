package io.quarkiverse.binds.runtime.recording;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;

/**
 * A call of a procedure: as a prepared statement, but for its output and its named parameters, of which nothing is recorded.
 * Calls are rare, so that this is a proxy rather than a class of a hundred methods.
 */
final class RecordedCall implements InvocationHandler {

    private final CallableStatement call;
    private final RecordedPreparedStatement prepared;

    private RecordedCall(CallableStatement call, StatementRecording recording) {
        this.call = call;
        this.prepared = new RecordedPreparedStatement(call, recording);
    }

    static CallableStatement of(CallableStatement call, StatementRecording recording) {
        return (CallableStatement) Proxy.newProxyInstance(RecordedCall.class.getClassLoader(),
                new Class<?>[] { CallableStatement.class }, new RecordedCall(call, recording));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class && method.getName().equals("equals")) {
            return proxy == arguments[0];
        }
        try {
            return method.invoke(method.getDeclaringClass() == CallableStatement.class ? call : prepared, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
