package io.quarkiverse.binds.test.connections;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class CrashIT extends CrashTest {

    /** Runs once: the JVM mode test repeats it. */
    @Override
    @RepeatedTest(1)
    void acknowledgedWritesSurviveCrashUnderLoad(RepetitionInfo run) throws Exception {
        super.acknowledgedWritesSurviveCrashUnderLoad(run);
    }
}
