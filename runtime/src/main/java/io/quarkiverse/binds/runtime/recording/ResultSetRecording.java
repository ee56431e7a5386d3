package io.quarkiverse.binds.runtime.recording;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.ResultSet;
import java.sql.Statement;

/** The calls of the results of a statement, whose rows are counted. Confined as its connection. */
final class ResultSetRecording implements InvocationHandler {

    private final ResultSet results;
    private final Statement statement;
    private final ExecutedStatement executed;

    private ResultSetRecording(ResultSet results, Statement statement, ExecutedStatement executed) {
        this.results = results;
        this.statement = statement;
        this.executed = executed;
        executed.reading();
    }

    static ResultSet of(ResultSet results, Statement statement, ExecutedStatement executed) {
        return (ResultSet) Proxy.newProxyInstance(ResultSetRecording.class.getClassLoader(), new Class<?>[] { ResultSet.class },
                new ResultSetRecording(results, statement, executed));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        switch (method.getName()) {
            case "next":
                boolean next = results.next();
                if (next) {
                    executed.readRow();
                }
                return next;
            case "getStatement":
                return statement;
            case "equals":
                return proxy == arguments[0];
            case "hashCode":
                return System.identityHashCode(proxy);
            default:
                try {
                    return method.invoke(results, arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
        }
    }
}
