package io.quarkiverse.binds.test.doors;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusIntegrationTest
@TestProfile(LongWaitTest.ShortTransactions.class)
class LongWaitIT extends LongWaitTest {
}
