package io.quarkiverse.binds.blog;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class H2BindsIT extends H2BindsTest {
}
