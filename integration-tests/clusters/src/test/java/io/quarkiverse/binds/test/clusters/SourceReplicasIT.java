package io.quarkiverse.binds.test.clusters;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class SourceReplicasIT extends SourceReplicasTest {
}
