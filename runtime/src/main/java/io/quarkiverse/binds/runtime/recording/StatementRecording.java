package io.quarkiverse.binds.runtime.recording;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Records the executions of a statement: its parameters, times and rows. Confined as its connection. */
final class StatementRecording {

    /** More than a developer reads; a list of ids can have thousands. */
    private static final int MAX_PARAMETERS = 100;

    private final Connection connection;
    private final Executions executions;
    private final QueryLog log;
    private final boolean keepsParameters;
    /** The SQL of a prepared statement; of another one, the first of its batch. */
    private String sql;
    private final boolean prepared;
    private List<Object> parameters;
    private List<Object> firstOfBatch;
    private int batchSize;
    private ExecutedStatement last;

    interface Execution<T> {
        T run() throws SQLException;
    }

    /** @param sql of a prepared statement; null for another one */
    StatementRecording(String sql, Connection connection, Executions executions, QueryLog log) {
        this.sql = sql;
        this.prepared = sql != null;
        this.connection = connection;
        this.executions = executions;
        this.log = log;
        this.keepsParameters = prepared && executions.keepsParameters(log);
    }

    Connection connection() {
        return connection;
    }

    void set(int index, Object value) {
        if (!keepsParameters || index < 1 || index > MAX_PARAMETERS) {
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

    void clearParameters() {
        parameters = null;
    }

    private List<Object> parameters() {
        return parameters == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(parameters));
    }

    /** @param text of the statement; null if it is prepared */
    void addBatch(String text) {
        if (batchSize++ == 0) {
            firstOfBatch = parameters();
            if (!prepared) {
                sql = text;
            }
        }
    }

    void clearBatch() {
        batchSize = 0;
    }

    <T> T runBatch(Execution<T> execution) throws SQLException {
        if (batchSize == 0) {
            return execution.run(); // nothing is sent
        }
        int size = batchSize;
        batchSize = 0;
        return run(sql, firstOfBatch, size, execution);
    }

    /** @param text of the statement; null if it is prepared */
    <T> T run(String text, Execution<T> execution) throws SQLException {
        return run(prepared ? sql : text, parameters(), 1, execution);
    }

    private <T> T run(String text, List<Object> values, int size, Execution<T> execution) throws SQLException {
        long start = System.nanoTime();
        T result;
        try {
            result = execution.run();
        } catch (Throwable t) {
            executions.executed(log, text, values, size, System.nanoTime() - start, t);
            throw t;
        }
        last = executions.executed(log, text, values, size, System.nanoTime() - start, null);
        return result;
    }

    /** Notes the number of changed rows. */
    int updated(int count) {
        largeUpdated(count);
        return count;
    }

    long largeUpdated(long count) {
        if (last != null) {
            last.changed(count);
        }
        return count;
    }

    int[] batchUpdated(int[] counts) {
        if (counts.length > 0) {
            largeUpdated(Arrays.stream(counts).filter(count -> count > 0).asLongStream().sum());
        }
        return counts;
    }

    long[] largeBatchUpdated(long[] counts) {
        if (counts.length > 0) {
            largeUpdated(Arrays.stream(counts).filter(count -> count > 0).sum());
        }
        return counts;
    }

    /** Wraps results whose rows are counted. */
    ResultSet results(ResultSet results, Statement statement) {
        return results == null || last == null ? results : new RecordedResults(results, statement, last);
    }
}
