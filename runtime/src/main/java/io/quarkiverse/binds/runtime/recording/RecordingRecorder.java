package io.quarkiverse.binds.runtime.recording;

import java.util.Set;
import java.util.function.Supplier;

import io.quarkus.runtime.annotations.Recorder;

/** Creates the bean whose attributes are known at build only. */
@Recorder
public class RecordingRecorder {

    public Supplier<CallerLocator> callers(Set<String> packages) {
        return () -> new CallerLocator(Set.copyOf(packages));
    }
}
