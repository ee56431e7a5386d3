package io.quarkiverse.binds.test.migrations.runner;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same in the packaged application. */
@QuarkusIntegrationTest
class RunnerIT extends RunnerTest {
}
