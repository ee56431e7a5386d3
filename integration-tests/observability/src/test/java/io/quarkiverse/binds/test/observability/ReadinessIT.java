package io.quarkiverse.binds.test.observability;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ReadinessIT extends ReadinessTest {
}
