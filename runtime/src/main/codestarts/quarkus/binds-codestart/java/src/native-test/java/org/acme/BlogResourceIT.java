package org.acme;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class BlogResourceIT extends BlogResourceTest {
    // Execute the same tests but in packaged mode.
}
