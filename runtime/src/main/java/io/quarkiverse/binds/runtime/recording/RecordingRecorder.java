package io.quarkiverse.binds.runtime.recording;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import io.quarkiverse.binds.runtime.masking.SensitiveColumns;
import io.quarkus.runtime.annotations.Recorder;

/** Creates the beans whose attributes are known at build only. */
@Recorder
public class RecordingRecorder {

    /** @param ofBinds the names of columns, see {@link SensitiveColumns} */
    public Supplier<SensitiveColumns> sensitive(Map<String, Set<String>> ofBinds) {
        return () -> new SensitiveColumns(Map.copyOf(ofBinds));
    }

    public Supplier<CallerLocator> callers(Set<String> packages) {
        return () -> new CallerLocator(Set.copyOf(packages));
    }
}
