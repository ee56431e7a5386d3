package io.quarkiverse.binds.test.errors;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.test.App;
import io.quarkus.test.QuarkusUnitTest;

/**
 * M9: one error lists all wrong entities. C12: one of a bind that is not configured, with the remedy and the configured binds;
 * and one of no bind, without a default bind. H2: a package of {@code packages} without entities, since it is misspelt, or a
 * jar is missing.
 */
class SeveralEntityErrorsTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.users.url=h2:mem:several
            quarkus.binds.users.packages=com.example.nothing
            """).assertException(App.says("The assignment of entities to binds contains errors",
            First.class.getName() + " is in bind 'usres', which is not configured", "did you mean users?",
            "quarkus.binds.usres.url", Second.class.getName() + " is in no bind", "@Bind(\"<name>\")",
            "quarkus.binds.<name>.packages", "quarkus.binds.url", "The binds of this application are: users",
            "quarkus.binds.users.packages", "com.example.nothing, where there is no entity", "correct the name",
            "add the jar"));

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
