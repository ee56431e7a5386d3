package io.quarkiverse.binds.test.command;

import org.junit.jupiter.api.Tag;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@Tag("smoke")
@QuarkusIntegrationTest
class ClassicRestIT extends ClassicRestTest {
}
