package io.quarkiverse.binds.test.connections;

import io.quarkus.test.junit.QuarkusTestProfile;

/** An application of its own, whose URLs the test resource gives. */
public class ReplicasProfile implements QuarkusTestProfile {
}
