package io.quarkiverse.binds.test.connections;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ReadYourWritesIT extends ReadYourWritesTest {
}
