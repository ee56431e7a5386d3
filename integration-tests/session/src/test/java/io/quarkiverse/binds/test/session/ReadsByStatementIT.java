package io.quarkiverse.binds.test.session;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ReadsByStatementIT extends ReadsByStatementTest {
}
