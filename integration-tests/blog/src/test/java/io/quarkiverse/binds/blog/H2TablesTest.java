package io.quarkiverse.binds.blog;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class H2TablesTest extends TablesTests {
}
