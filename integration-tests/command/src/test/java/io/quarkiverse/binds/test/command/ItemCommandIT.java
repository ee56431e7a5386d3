package io.quarkiverse.binds.test.command;

import org.junit.jupiter.api.Tag;

import io.quarkus.test.junit.main.QuarkusMainIntegrationTest;

@Tag("smoke")
@QuarkusMainIntegrationTest
class ItemCommandIT extends ItemCommandTest {
}
