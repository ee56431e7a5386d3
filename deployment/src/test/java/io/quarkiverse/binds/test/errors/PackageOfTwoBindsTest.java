package io.quarkiverse.binds.test.errors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.test.App;
import io.quarkus.test.QuarkusUnitTest;

/** H6: a package cannot be in two databases. */
class PackageOfTwoBindsTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.users.url=h2:mem:refused-users
            quarkus.binds.users.packages=org.acme.model
            quarkus.binds.shop.url=h2:mem:refused-shop
            quarkus.binds.shop.packages=org.acme.model
            """)
            .assertException(App.says("The package org.acme.model is given to two binds", "quarkus.binds.shop.packages",
                    "quarkus.binds.users.packages"));

    @Test
    void isRefused() {
        // asserted above
    }
}
