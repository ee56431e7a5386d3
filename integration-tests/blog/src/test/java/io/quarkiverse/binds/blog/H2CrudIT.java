package io.quarkiverse.binds.blog;

import org.junit.jupiter.api.Tag;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@Tag("smoke")
@QuarkusIntegrationTest
class H2CrudIT extends H2CrudTest {
}
