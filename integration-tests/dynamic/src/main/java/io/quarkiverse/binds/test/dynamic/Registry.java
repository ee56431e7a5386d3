package io.quarkiverse.binds.test.dynamic;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** Where meters are kept, as there is no other. */
public class Registry {

    @Produces
    @Singleton
    public SimpleMeterRegistry meters() {
        return new SimpleMeterRegistry();
    }
}
