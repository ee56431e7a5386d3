package io.quarkiverse.binds.runtime.migration.flyway;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/** The statements of a script that are done, in their order, with a checksum of them. Used by one thread. */
final class ScriptState {

    private final List<String> statements = new ArrayList<>();
    private final CRC32 checksum = new CRC32();
    private int committed;

    void add(String statement) {
        statements.add(statement);
        checksum.update(statement.strip().getBytes(StandardCharsets.UTF_8));
        checksum.update(0);
        if (!StatementKinds.isRolledBack(statement)) {
            committed = statements.size();
        }
    }

    int count() {
        return statements.size();
    }

    int checksum() {
        return (int) checksum.getValue();
    }

    /** The first statements. */
    List<String> first(int count) {
        return List.copyOf(statements.subList(0, Math.min(count, statements.size())));
    }

    /**
     * Those of which a database without a mark keeps the effect if the next one fails.
     *
     * @param failed the next one: a change of a table commits all before it, even if it fails
     */
    List<String> keptBefore(String failed) {
        return first(StatementKinds.isRolledBack(failed) ? committed : count());
    }
}
