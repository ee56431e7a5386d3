package io.quarkiverse.binds.test.connections;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks the field of a test for the primary of {@link ReplicaServersResource}. */
@Retention(RetentionPolicy.RUNTIME)
@interface Primary {
}
