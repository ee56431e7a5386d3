package io.quarkiverse.binds.test.twophase;

import org.junit.jupiter.api.Tag;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@Tag("smoke")
@QuarkusIntegrationTest
class TwoPhaseIT extends TwoPhaseTest {
}
