package io.quarkiverse.binds.test.session;

import org.junit.jupiter.api.Tag;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@Tag("smoke")
@QuarkusIntegrationTest
class EntryPointsIT extends EntryPointsTest {
}
