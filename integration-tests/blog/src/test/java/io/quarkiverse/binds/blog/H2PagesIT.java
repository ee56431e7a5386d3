package io.quarkiverse.binds.blog;

import org.junit.jupiter.api.condition.EnabledIf;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusIntegrationTest
@TestProfile(PagesProfile.class)
@EnabledIf("io.quarkiverse.binds.test.databases.Chromium#isThere")
class H2PagesIT extends H2PagesTest {
}
