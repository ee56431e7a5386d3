package io.quarkiverse.binds.test.errors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.test.App;
import io.quarkus.test.QuarkusUnitTest;

/** B4: the error for a kind of database without its driver names the artifact to add. */
class MissingDriverTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.users.url=mysql://ann:secret@localhost/users
            """)
            .assertException(App.says("no JDBC driver", "bind 'users'", "'mysql'",
                    "io.quarkus:quarkus-jdbc-mysql", "h2", "quarkus.binds.users.db-kind", "quarkus.binds.users.url"));

    @Test
    void isRefused() {
        // asserted above
    }
}
