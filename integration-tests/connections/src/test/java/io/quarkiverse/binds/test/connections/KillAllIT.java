package io.quarkiverse.binds.test.connections;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@Tag("smoke")
@QuarkusIntegrationTest
class KillAllIT extends KillAllTest {

    /** Runs once: the JVM mode test repeats it. */
    @Override
    @RepeatedTest(1)
    void killUnderLoadFailsOnlyWritesInFlight(RepetitionInfo run) throws Exception {
        super.killUnderLoadFailsOnlyWritesInFlight(run);
    }
}
