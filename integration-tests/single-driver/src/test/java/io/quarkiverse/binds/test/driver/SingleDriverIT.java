package io.quarkiverse.binds.test.driver;

import org.junit.jupiter.api.Tag;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@Tag("smoke")
@QuarkusIntegrationTest
class SingleDriverIT extends SingleDriverTest {
}
