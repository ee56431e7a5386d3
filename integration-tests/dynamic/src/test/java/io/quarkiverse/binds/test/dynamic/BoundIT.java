package io.quarkiverse.binds.test.dynamic;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusIntegrationTest
@TestProfile(FewProfile.class)
class BoundIT extends BoundTest {
}
