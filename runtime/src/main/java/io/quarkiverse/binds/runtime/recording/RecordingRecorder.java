package io.quarkiverse.binds.runtime.recording;

import java.util.Set;
import java.util.function.Supplier;

import io.quarkus.runtime.annotations.Recorder;

/** Creates the beans whose attributes are known at build only. */
@Recorder
public class RecordingRecorder {

    /** @param names of the columns, see {@link SensitiveColumns} */
    public Supplier<SensitiveColumns> sensitive(Set<String> names) {
        return () -> new SensitiveColumns(Set.copyOf(names));
    }

    public Supplier<CallerLocator> callers(Set<String> packages) {
        return () -> new CallerLocator(Set.copyOf(packages));
    }
}
