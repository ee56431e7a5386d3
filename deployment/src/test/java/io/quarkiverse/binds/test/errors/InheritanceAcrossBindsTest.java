package io.quarkiverse.binds.test.errors;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.test.App;
import io.quarkus.test.QuarkusUnitTest;

/** Entity in another bind than its parent entity. */
class InheritanceAcrossBindsTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.url=h2:mem:refused
            quarkus.binds.users.url=h2:mem:refused-users
            """)
            .assertException(App.says("InheritanceAcrossBindsTest$User", "bind 'users'",
                    "InheritanceAcrossBindsTest$Person", "default bind", "one database", "@MappedSuperclass"));

    @Entity
    public static class Person {
        @Id
        public Long id;
    }

    @Entity
    @Bind("users")
    public static class User extends Person {
    }

    @Test
    void isRefused() {
        // asserted above
    }
}
