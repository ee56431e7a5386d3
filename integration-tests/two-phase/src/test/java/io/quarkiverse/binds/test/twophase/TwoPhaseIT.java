package io.quarkiverse.binds.test.twophase;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class TwoPhaseIT extends TwoPhaseTest {
}
