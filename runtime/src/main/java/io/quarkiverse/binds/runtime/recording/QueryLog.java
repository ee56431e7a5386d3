package io.quarkiverse.binds.runtime.recording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import io.quarkiverse.binds.RecordedQuery;

/**
 * The statements of one attempt of a unit of work. Thread-safe: an application may use a connection on another thread.
 */
public final class QueryLog {

    private final int max;
    private final int repeated;
    private final Consumer<RecordedQuery> onRepeated;
    private final List<ExecutedStatement> statements = new ArrayList<>();
    private final Map<String, Total> totals = new TreeMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private long notKept;

    /**
     * The statements of a bind.
     *
     * @param count their number
     * @param nanos the time that they took together
     */
    public record Total(long count, long nanos) {
    }

    /**
     * @param max the number of statements that are kept
     * @param repeated the number of executions of one statement that is reported; 0 for none
     * @param onRepeated receives the execution that reaches that number
     */
    public QueryLog(int max, int repeated, Consumer<RecordedQuery> onRepeated) {
        this.max = max;
        this.repeated = repeated;
        this.onRepeated = onRepeated;
    }

    /** Adds a statement to the total of its bind. */
    synchronized void count(String bind, long nanos) {
        totals.merge(bind, new Total(1, nanos), (a, b) -> new Total(a.count() + 1, a.nanos() + b.nanos()));
    }

    /** Keeps a statement. @param text its SQL, by which repetitions are recognised */
    void add(ExecutedStatement statement, String text) {
        boolean report;
        synchronized (this) {
            if (statements.size() < max) {
                statements.add(statement);
            } else {
                notKept++;
            }
            report = repeated > 0 && (counts.size() < max || counts.containsKey(text))
                    && counts.merge(text, 1, Integer::sum) == repeated;
        }
        if (report) {
            statement.locateCaller();
            onRepeated.accept(statement.toQuery());
        }
    }

    /** The statements that are kept, in their order. */
    public synchronized List<RecordedQuery> queries() {
        return statements.stream().map(ExecutedStatement::toQuery).toList();
    }

    /** Number of statements beyond the maximum. */
    public synchronized long notKept() {
        return notKept;
    }

    /** The totals by bind, sorted by its name; empty unless they are counted. */
    public synchronized Map<String, Total> totals() {
        return new TreeMap<>(totals);
    }
}
