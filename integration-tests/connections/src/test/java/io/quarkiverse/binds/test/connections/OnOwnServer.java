package io.quarkiverse.binds.test.connections;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;

/** Base of tests that stop, restart or reconfigure their own server; each test leaves it started. */
@WithTestResource(value = OwnServerResource.class, scope = TestResourceScope.MATCHING_RESOURCES)
abstract class OnOwnServer extends OnServer {
}
