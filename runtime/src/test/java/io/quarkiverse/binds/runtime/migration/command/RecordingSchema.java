package io.quarkiverse.binds.runtime.migration.command;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.quarkiverse.binds.DatabaseTable;
import io.quarkiverse.binds.Schema;

/** Records calls. */
record RecordingSchema(List<String> calls) implements Schema {

    @Override
    public Map<String, List<String>> createAll(String... binds) {
        calls.add("createAll " + String.join(" ", binds));
        return Map.of();
    }

    @Override
    public Map<String, List<String>> createAll(Collection<String> binds) {
        return createAll(binds.toArray(String[]::new));
    }

    @Override
    public Map<String, List<String>> dropAll(String... binds) {
        calls.add("dropAll " + String.join(" ", binds));
        return Map.of();
    }

    @Override
    public Map<String, List<String>> dropAll(Collection<String> binds) {
        return dropAll(binds.toArray(String[]::new));
    }

    @Override
    public List<DatabaseTable> tables(String bind) {
        throw new AssertionError("No command reads tables");
    }
}
