package io.quarkiverse.binds.test.data;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class RefusedValuesIT extends RefusedValuesTest {
}
