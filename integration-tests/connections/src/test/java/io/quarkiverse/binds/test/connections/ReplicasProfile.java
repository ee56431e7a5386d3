package io.quarkiverse.binds.test.connections;

import io.quarkus.test.junit.QuarkusTestProfile;

/** Profile that starts an application of its own, with the URLs of the test resource. */
public class ReplicasProfile implements QuarkusTestProfile {
}
