package io.quarkiverse.binds.test.start;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.test.App;
import io.quarkus.test.QuarkusUnitTest;

/**
 * Expression with an unset variable: the error names the bind, the key and the variable; a default in the expression is
 * used.
 */
class UnsetVariableTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.url=${NO_SUCH_BLOG_URL:h2:mem:unset}
            quarkus.binds.users.db-kind=h2
            quarkus.binds.users.url=${NO_SUCH_USERS_URL}
            quarkus.binds.shop.url=h2:mem:unset-shop
            quarkus.binds.shop.password=${NO_SUCH_PASSWORD}
            """)
            .assertException(App.says("The URL of bind 'users' (quarkus.binds.users.url) refers to NO_SUCH_USERS_URL",
                    "set it in the environment or as a property",
                    "The password of bind 'shop' (quarkus.binds.shop.password) refers to NO_SUCH_PASSWORD"));

    @Test
    void isRefused() {
        // asserted above
    }
}
