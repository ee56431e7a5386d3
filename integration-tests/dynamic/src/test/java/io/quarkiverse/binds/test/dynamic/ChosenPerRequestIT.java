package io.quarkiverse.binds.test.dynamic;

import org.junit.jupiter.api.Tag;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@Tag("smoke")
@QuarkusIntegrationTest
class ChosenPerRequestIT extends ChosenPerRequestTest {
}
