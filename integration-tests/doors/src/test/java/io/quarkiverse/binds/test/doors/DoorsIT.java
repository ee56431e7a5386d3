package io.quarkiverse.binds.test.doors;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class DoorsIT extends DoorsTest {
}
