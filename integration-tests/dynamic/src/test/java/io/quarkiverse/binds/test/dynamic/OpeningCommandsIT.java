package io.quarkiverse.binds.test.dynamic;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class OpeningCommandsIT extends OpeningCommandsTest {
}
