package io.quarkiverse.binds.test.connections;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;

/** Tests that may do to their server what they like: whoever stops it starts it again. */
@WithTestResource(value = OwnServerResource.class, scope = TestResourceScope.MATCHING_RESOURCES)
abstract class OnOwnServer extends OnServer {
}
