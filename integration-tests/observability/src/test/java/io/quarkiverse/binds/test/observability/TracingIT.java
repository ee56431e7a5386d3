package io.quarkiverse.binds.test.observability;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class TracingIT extends TracingTest {
}
