package io.quarkiverse.binds.runtime.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.binds.RecordedQuery;
import io.quarkiverse.binds.runtime.config.QuerySettings;
import io.quarkiverse.binds.runtime.recording.application.Caller;

/** Recorded statements and results do as those that they wrap, and what they do is recorded. */
class RecordedStatementTest {

    private static final QuerySettings RECORDS = new QuerySettings(true, Optional.empty(), false);
    private static final QuerySettings OFF = new QuerySettings(false, Optional.empty(), false);

    private final List<String> received = new ArrayList<>();
    private final QueryLog log = new QueryLog(10, 2, query -> repeated = query);
    private RecordedQuery repeated;

    private StatementMonitor monitor(QuerySettings settings, boolean keepsCallers, QueryLog current) {
        return new StatementMonitor("users", null, settings, true, new CallerLocator(Set.of(Caller.class.getPackageName())),
                keepsCallers, new ParameterMask(List.of(), Set.of()), () -> current);
    }

    /** Notes each call and answers with nothing. */
    private <T> T noting(Class<T> type) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            received.add(call(method, arguments));
            return zero(method.getReturnType());
        };
        return type.cast(Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { type }, handler));
    }

    private static String call(Method method, Object[] arguments) {
        return method.getName() + Arrays.toString(method.getParameterTypes()) + Arrays.deepToString(arguments);
    }

    private static Object zero(Class<?> type) {
        return type == void.class || !type.isPrimitive() ? type.isArray() ? Array.newInstance(type.getComponentType(), 0) : null
                : Array.get(Array.newInstance(type, 1), 0);
    }

    /** A value that is not the default, where there is one, so that a lost argument is seen. */
    private static Object argument(Class<?> type, int position) {
        return type == int.class ? position + 1
                : type == long.class ? position + 1L
                        : type == boolean.class ? true
                                : type == String.class ? "text" + position
                                        : type == int[].class ? new int[] { position }
                                                : type == String[].class ? new String[] { "a" } : zero(type);
    }

    static Stream<Class<?>> wrapped() {
        return Stream.of(ResultSet.class, PreparedStatement.class, CallableStatement.class);
    }

    @ParameterizedTest
    @MethodSource("wrapped")
    void eachCallReachesTheWrappedObject(Class<?> type) throws ReflectiveOperationException {
        StatementRecording recording = new StatementRecording("select 1", null, monitor(RECORDS, false, log), log);
        Object target = noting(type);
        ExecutedStatement executed = new ExecutedStatement("users", null, "select 1", List.of(), 1, null, 0, null, null, null);
        Object wrapper = type == ResultSet.class ? new RecordedResults((ResultSet) target, null, executed)
                : type == PreparedStatement.class ? new RecordedPreparedStatement((PreparedStatement) target, recording)
                        : RecordedCall.of((CallableStatement) target, recording);
        Set<String> own = Set.of("getStatement", "getConnection");
        for (Method method : type.getMethods()) {
            if (!own.contains(method.getName())) {
                Class<?>[] types = method.getParameterTypes();
                Object[] arguments = new Object[types.length];
                for (int i = 0; i < types.length; i++) {
                    arguments[i] = argument(types[i], i);
                }
                received.clear();
                method.invoke(wrapper, arguments);
                assertThat(received).as(method.toString()).containsExactly(call(method, types.length == 0 ? null : arguments));
            }
        }
    }

    @Test
    void parametersRowsAndChangesAreRecorded() throws SQLException {
        Caller.call(this::insertAndRead);
        assertThat(log.queries()).extracting(RecordedQuery::rows).containsExactly(0L, 2L, 2L);
        assertThat(log.queries().get(1).parameters()).containsExactly(1L, null, 2L, "ann");
        assertThat(log.queries()).extracting(RecordedQuery::location)
                .allMatch(location -> location.startsWith("Caller.call(Caller.java:"));
    }

    private void insertAndRead() throws SQLException {
        try (Connection h2 = DriverManager.getConnection("jdbc:h2:mem:recorded");
                Connection connection = monitor(RECORDS, true, log).wrap(h2)) {
            connection.createStatement().executeUpdate("create table user_ (id bigint, name varchar(20))");
            try (PreparedStatement insert = connection.prepareStatement("insert into user_ values (?, ?), (?, ?)")) {
                insert.setLong(1, 1);
                insert.setNull(2, java.sql.Types.VARCHAR);
                insert.setObject(3, 2L);
                insert.setString(4, "ann");
                assertThat(insert.executeUpdate()).isEqualTo(2);
            }
            try (PreparedStatement select = connection.prepareStatement("select id from user_");
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    assertThat(rows.getLong(1)).isPositive();
                }
                assertThat(rows.getStatement()).isSameAs(select);
            }
        }
    }

    @Test
    void withoutCallersOnlyThatOfARepeatedStatementIsKnown() throws SQLException {
        Caller.call(this::readThreeTimes);
        assertThat(repeated.location()).startsWith("Caller.call(Caller.java:");
        assertThat(log.queries()).extracting(RecordedQuery::location).containsExactly(RecordedQuery.UNKNOWN,
                repeated.location(),
                RecordedQuery.UNKNOWN);
    }

    private void readThreeTimes() throws SQLException {
        try (Connection h2 = DriverManager.getConnection("jdbc:h2:mem:recorded");
                Connection connection = monitor(RECORDS, false, log).wrap(h2)) {
            for (int i = 0; i < 3; i++) {
                connection.createStatement().executeQuery("select 1").close();
            }
        }
    }

    /** Where nothing is recorded, the connection is lent as it is, and nothing is allocated. */
    @Test
    void offAllocatesNothing() throws SQLException {
        StatementMonitor monitor = monitor(OFF, false, null);
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (Connection h2 = DriverManager.getConnection("jdbc:h2:mem:recorded")) {
            long allocated = 0;
            for (int round = 0; round < 2; round++) { // the first one loads classes
                long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
                for (int i = 0; i < 10_000; i++) {
                    if (monitor.wrap(h2) != h2) {
                        throw new AssertionError("wrapped");
                    }
                }
                allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
            }
            assertThat(allocated).as("bytes for 10000 connections").isLessThan(1000);
        }
    }
}
