package io.quarkiverse.binds.test.connections;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class KillAllIT extends KillAllTest {

    /** Once, since on the JVM it has been seen often enough. */
    @Override
    @RepeatedTest(1)
    void underLoad(RepetitionInfo run) throws Exception {
        super.underLoad(run);
    }
}
