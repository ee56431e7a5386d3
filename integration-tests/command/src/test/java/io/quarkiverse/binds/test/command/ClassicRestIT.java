package io.quarkiverse.binds.test.command;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ClassicRestIT extends ClassicRestTest {
}
