package io.quarkiverse.binds.test.dynamic;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** Meter registry of the application, which has no exporter. */
public class MeterRegistryProducer {

    @Produces
    @Singleton
    public SimpleMeterRegistry meters() {
        return new SimpleMeterRegistry();
    }
}
