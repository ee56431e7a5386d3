package io.quarkiverse.binds.test.migrations;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class WorkflowIT extends WorkflowTest {
}
