package io.quarkiverse.binds.test.errors;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.test.App;
import io.quarkus.test.QuarkusUnitTest;

/** Association from one bind into another, found over the whole application. */
class AssociationAcrossBindsTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.url=h2:mem:refused
            quarkus.binds.users.url=h2:mem:refused-users
            """)
            .assertException(App.says("AssociationAcrossBindsTest$Post.author", "@ManyToOne", "default bind",
                    "AssociationAcrossBindsTest$User in bind 'users'", "cannot cross databases", "Keep the id"));

    @Entity
    public static class Post {
        @Id
        public Long id;
        @ManyToOne
        public User author;
    }

    @Entity
    @Bind("users")
    public static class User {
        @Id
        public Long id;
    }

    @Test
    void isRefused() {
        // asserted above
    }
}
