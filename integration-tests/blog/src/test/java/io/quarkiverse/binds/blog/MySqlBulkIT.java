package io.quarkiverse.binds.blog;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusIntegrationTest
@TestProfile(MySqlProfile.class)
class MySqlBulkIT extends MySqlBulkTest {
}
