package io.quarkiverse.binds.test.errors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.test.App;
import io.quarkus.test.QuarkusUnitTest;

/** H2: a package of {@code packages} without entities is refused: it is misspelt, or a jar is missing. */
class PackageWithoutEntitiesTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.users.url=h2:mem:refused-users
            quarkus.binds.users.packages=org.acme.modle
            """)
            .assertException(App.says("quarkus.binds.users.packages", "org.acme.modle", "no entity", "correct the name",
                    "add the jar"));

    @Test
    void isRefused() {
        // asserted above
    }
}
