package io.quarkiverse.binds.test.dynamic;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class CostIT extends CostTest {

    /** The requirement: a native executable does not tell the bytes of reachable objects. */
    @Override
    double mostKilobytes() {
        return 60;
    }
}
