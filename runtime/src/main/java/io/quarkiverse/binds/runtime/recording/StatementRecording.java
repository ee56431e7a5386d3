package io.quarkiverse.binds.runtime.recording;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The calls of a statement of a {@link RecordingConnection}. Confined as its connection. */
final class StatementRecording implements InvocationHandler {

    /** More than a developer reads; a list of ids can have thousands. */
    private static final int MAX_PARAMETERS = 100;

    private final Statement statement;
    private final Connection connection;
    private final StatementMonitor monitor;
    private final QueryLog log;
    private final boolean keepsParameters;
    /** The SQL of a prepared statement; of another one, the first of its batch. */
    private String sql;
    private final boolean prepared;
    private List<Object> parameters;
    private List<Object> firstOfBatch;
    private int batchSize;
    private ExecutedStatement last;

    private StatementRecording(Statement statement, String sql, Connection connection, StatementMonitor monitor, QueryLog log) {
        this.statement = statement;
        this.sql = sql;
        this.prepared = sql != null;
        this.connection = connection;
        this.monitor = monitor;
        this.log = log;
        this.keepsParameters = prepared && monitor.keepsParameters(log);
    }

    /** @param sql of a prepared statement; null for another one */
    static <T extends Statement> T of(Class<T> type, T statement, String sql, Connection connection, StatementMonitor monitor,
            QueryLog log) {
        return type.cast(Proxy.newProxyInstance(StatementRecording.class.getClassLoader(), new Class<?>[] { type },
                new StatementRecording(statement, sql, connection, monitor, log)));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        switch (method.getName()) {
            case "execute", "executeQuery", "executeUpdate", "executeLargeUpdate":
                return execute(method, arguments, arguments == null || prepared ? sql : (String) arguments[0],
                        parameters(), 1, proxy);
            case "executeBatch", "executeLargeBatch":
                return executeBatch(method, arguments, proxy);
            case "addBatch":
                call(method, arguments);
                addBatch(arguments);
                return null;
            case "clearBatch":
                batchSize = 0;
                break;
            case "clearParameters":
                parameters = null;
                break;
            case "getResultSet":
                return results(call(method, arguments), proxy);
            case "getUpdateCount", "getLargeUpdateCount":
                return updated(call(method, arguments));
            case "getConnection":
                return connection;
            case "equals":
                return proxy == arguments[0];
            case "hashCode":
                return System.identityHashCode(proxy);
            default:
                if (keepsParameters && arguments != null && arguments.length > 1 && arguments[0] instanceof Integer index
                        && method.getName().startsWith("set")) {
                    set(index, "setNull".equals(method.getName()) ? null : arguments[1]);
                }
                break;
        }
        return call(method, arguments);
    }

    private Object call(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(statement, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private void set(int index, Object value) {
        if (index < 1 || index > MAX_PARAMETERS) {
            return;
        }
        if (parameters == null) {
            parameters = new ArrayList<>();
        }
        while (parameters.size() < index) {
            parameters.add(null);
        }
        parameters.set(index - 1, KeptValue.of(value));
    }

    private List<Object> parameters() {
        return parameters == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(parameters));
    }

    private void addBatch(Object[] arguments) {
        if (batchSize++ == 0) {
            firstOfBatch = parameters();
            if (!prepared) {
                sql = (String) arguments[0];
            }
        }
    }

    private Object executeBatch(Method method, Object[] arguments, Object proxy) throws Throwable {
        if (batchSize == 0) {
            return call(method, arguments); // nothing is sent
        }
        int size = batchSize;
        batchSize = 0;
        return execute(method, arguments, sql, firstOfBatch, size, proxy);
    }

    private Object execute(Method method, Object[] arguments, String text, List<Object> values, int size, Object proxy)
            throws Throwable {
        long start = System.nanoTime();
        Object result;
        try {
            result = call(method, arguments);
        } catch (Throwable t) {
            monitor.executed(log, text, values, size, System.nanoTime() - start, t);
            throw t;
        }
        last = monitor.executed(log, text, values, size, System.nanoTime() - start, null);
        return result instanceof ResultSet ? results(result, proxy) : updated(result);
    }

    /** Notes the number of changed rows. */
    private Object updated(Object result) {
        if (last == null) {
            return result;
        }
        if (result instanceof Number number) {
            last.changed(number.longValue());
        } else if (result instanceof int[] counts) {
            last.changed(Arrays.stream(counts).filter(count -> count > 0).asLongStream().sum());
        } else if (result instanceof long[] counts) {
            last.changed(Arrays.stream(counts).filter(count -> count > 0).sum());
        }
        return result;
    }

    /** Wraps results whose rows are counted. */
    private Object results(Object results, Object proxy) {
        return results == null || last == null ? results
                : ResultSetRecording.of((ResultSet) results, (Statement) proxy, last);
    }
}
