package io.quarkiverse.binds.blog;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusIntegrationTest
@TestProfile(BulkProfile.class)
class H2BulkIT extends H2BulkTest {
}
