package io.quarkiverse.binds.test.session;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(CommitOnSuccessProfile.class)
class CommitByConfigurationTest extends CommitOnSuccess {

    CommitByConfigurationTest() {
        super("/configured/");
    }
}
