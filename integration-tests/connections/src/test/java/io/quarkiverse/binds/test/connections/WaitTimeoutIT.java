package io.quarkiverse.binds.test.connections;

import org.junit.jupiter.api.Tag;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@Tag("smoke")
@QuarkusIntegrationTest
class WaitTimeoutIT extends WaitTimeoutTest {
}
