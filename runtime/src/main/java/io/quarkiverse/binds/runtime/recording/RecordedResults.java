package io.quarkiverse.binds.runtime.recording;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The results of a recorded statement, whose rows are counted. Confined as its connection. */
final class RecordedResults extends UpdatesByLabel {

    private final Statement statement;
    private final ExecutedStatement executed;

    RecordedResults(ResultSet results, Statement statement, ExecutedStatement executed) {
        super(results);
        this.statement = statement;
        this.executed = executed;
        executed.reading();
    }

    @Override
    public boolean next() throws SQLException {
        boolean next = results.next();
        if (next) {
            executed.readRow();
        }
        return next;
    }

    @Override
    public Statement getStatement() {
        return statement;
    }
}
