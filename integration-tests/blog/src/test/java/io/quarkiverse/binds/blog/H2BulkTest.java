package io.quarkiverse.binds.blog;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(BulkProfile.class)
class H2BulkTest extends BulkTests {
}
