package io.quarkiverse.binds.runtime.health;

import java.util.function.Function;

import io.quarkiverse.binds.runtime.config.PoolConfig;
import io.quarkiverse.binds.runtime.dynamic.DatabaseStates;
import io.quarkus.arc.SyntheticCreationalContext;
import io.quarkus.runtime.annotations.Recorder;

/** Makes the health check of each bind. */
@Recorder
public class HealthRecorder {

    /** A {@code HealthCheck}; the type is not named because the build also reads this class where that type is absent. */
    public Function<SyntheticCreationalContext<Object>, Object> databases(String bind) {
        return context -> new DatabasesHealth(bind, context.getInjectedReference(DatabaseStates.class),
                PoolConfig.showsDetailsOfHealth());
    }
}
