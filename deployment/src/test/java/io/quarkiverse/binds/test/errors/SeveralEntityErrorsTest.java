package io.quarkiverse.binds.test.errors;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.test.App;
import io.quarkus.test.QuarkusUnitTest;

/** M9: one error lists all wrong entities. */
class SeveralEntityErrorsTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.users.url=h2:mem:several
            quarkus.binds.users.packages=com.example.nothing
            """).assertException(App.says("The assignment of entities to binds contains errors",
            First.class.getName() + " is in bind 'usres', which is not configured", "did you mean users?",
            Second.class.getName() + " is in no bind", "com.example.nothing, where there is no entity"));

    @Entity
    @Bind("usres")
    public static class First {
        @Id
        public Long id;
    }

    @Entity
    public static class Second {
        @Id
        public Long id;
    }

    @Test
    void buildIsRefused() {
        Assertions.fail("the application must not be built");
    }
}
