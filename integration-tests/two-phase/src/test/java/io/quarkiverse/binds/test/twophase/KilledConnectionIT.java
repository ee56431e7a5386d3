package io.quarkiverse.binds.test.twophase;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class KilledConnectionIT extends KilledConnectionTest {
}
