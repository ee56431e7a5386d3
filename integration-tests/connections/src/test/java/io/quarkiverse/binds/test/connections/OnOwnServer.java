package io.quarkiverse.binds.test.connections;

import io.quarkus.test.common.QuarkusTestResource;

/** Tests that have a server for themselves, to do to it what they like. */
@QuarkusTestResource(value = OwnServerResource.class, restrictToAnnotatedClass = true)
abstract class OnOwnServer extends OnServer {
}
