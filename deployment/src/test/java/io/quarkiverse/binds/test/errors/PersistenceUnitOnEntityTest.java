package io.quarkiverse.binds.test.errors;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.test.App;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.quarkus.test.QuarkusUnitTest;

/** Quarkus's annotation for packages on an entity. */
class PersistenceUnitOnEntityTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.url=h2:mem:refused
            quarkus.binds.users.url=h2:mem:refused-users
            """)
            .assertException(App.says("@PersistenceUnit", "PersistenceUnitOnEntityTest$User", "@Bind(\"users\")"));

    @Entity
    @PersistenceUnit("users")
    public static class User {
        @Id
        public Long id;
    }

    @Test
    void isRefused() {
        // asserted above
    }
}
