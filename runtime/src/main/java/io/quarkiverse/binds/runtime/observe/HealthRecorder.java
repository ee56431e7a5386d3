package io.quarkiverse.binds.runtime.observe;

import java.util.function.Function;

import io.quarkiverse.binds.runtime.dynamic.DatabaseStates;
import io.quarkus.arc.SyntheticCreationalContext;
import io.quarkus.runtime.annotations.Recorder;

/** Makes the health check of each bind. */
@Recorder
public class HealthRecorder {

    /** A {@code HealthCheck}, which is not named since the build reads this class where there is none. */
    public Function<SyntheticCreationalContext<Object>, Object> databases(String bind) {
        return context -> new DatabasesHealth(bind, context.getInjectedReference(DatabaseStates.class));
    }
}
