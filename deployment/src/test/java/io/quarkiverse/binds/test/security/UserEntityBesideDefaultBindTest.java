package io.quarkiverse.binds.test.security;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.test.App;
import io.quarkus.test.QuarkusUnitTest;

/** L13: quarkus-security-jpa uses the default bind unless a key names another one. */
class UserEntityBesideDefaultBindTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.url=h2:mem:refused
            quarkus.binds.users.url=h2:mem:refused-users
            """, Member.class)
            .assertException(App.says("The user entity " + Member.class.getName(), "is in bind 'users'",
                    "looks for it in the default bind", "set quarkus.security-jpa.persistence-unit-name=users"));

    @Test
    void isRefused() {
        // asserted above
    }
}
