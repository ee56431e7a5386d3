package io.quarkiverse.binds.test.errors;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.test.App;
import io.quarkus.test.QuarkusUnitTest;

/** Entity of a bind that is not configured: the error names it, the bind, the remedy and the configured binds. */
class UnknownBindTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.url=h2:mem:refused
            quarkus.binds.users.url=h2:mem:refused-users
            """)
            .assertException(App.says("UnknownBindTest$Post", "bind 'usres',", "not configured", "quarkus.binds.usres.url",
                    "<default>, users"));

    @Entity
    @Bind("usres")
    public static class Post {
        @Id
        public Long id;
    }

    @Test
    void isRefused() {
        // asserted above
    }
}
