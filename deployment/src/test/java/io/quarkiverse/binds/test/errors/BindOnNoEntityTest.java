package io.quarkiverse.binds.test.errors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.test.App;
import io.quarkus.test.QuarkusUnitTest;

/** {@code @Bind} on a class without effect. */
class BindOnNoEntityTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.url=h2:mem:refused
            quarkus.binds.users.url=h2:mem:refused-users
            """)
            .assertException(App.says("@Bind(\"users\") on ", "BindOnNoEntityTest$UserService", "has no effect",
                    "entity, a mapped superclass or a package",
                    "@PersistenceUnit"));

    @Bind("users")
    public static class UserService {
    }

    @Test
    void isRefused() {
        // asserted above
    }
}
