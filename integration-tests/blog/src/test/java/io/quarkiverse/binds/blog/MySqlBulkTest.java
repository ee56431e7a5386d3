package io.quarkiverse.binds.blog;

import org.junit.jupiter.api.Tag;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@Tag("full")
@QuarkusTest
@TestProfile(MySqlProfile.class)
class MySqlBulkTest extends BulkTests {
}
