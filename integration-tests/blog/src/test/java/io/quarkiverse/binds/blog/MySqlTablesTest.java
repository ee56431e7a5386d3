package io.quarkiverse.binds.blog;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(MySqlProfile.class)
class MySqlTablesTest extends TablesTests {
}
