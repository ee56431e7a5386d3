package io.quarkiverse.binds.test.errors;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.test.App;
import io.quarkus.test.QuarkusUnitTest;

/** C12: with named binds alone, an entity without a bind is refused. */
class OnlyNamedBindsTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.users.url=h2:mem:refused-users
            """)
            .assertException(
                    App.says("OnlyNamedBindsTest$Post", "is in no bind", "@Bind(\"<name>\")", "quarkus.binds.<name>.packages",
                            "quarkus.binds.url", "The binds of this application are: users"));

    @Entity
    public static class Post {
        @Id
        public Long id;
    }

    @Test
    void isRefused() {
        // asserted above
    }
}
