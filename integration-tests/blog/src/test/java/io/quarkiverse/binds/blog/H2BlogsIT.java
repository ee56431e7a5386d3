package io.quarkiverse.binds.blog;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class H2BlogsIT extends H2BlogsTest {
}
