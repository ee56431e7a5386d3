package io.quarkiverse.binds.test.doors;

import org.junit.jupiter.api.Tag;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@Tag("smoke")
@QuarkusIntegrationTest
class DoorsIT extends DoorsTest {
}
