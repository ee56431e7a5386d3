package io.quarkiverse.binds.test.migrations.attributes;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class AttributesIT extends AttributesTest {
}
