package io.quarkiverse.binds.test.start;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.test.App;
import io.quarkus.test.QuarkusUnitTest;

/** B7: build-time settings changed at the start are refused: another kind of database, another bind. */
class BuildTimeSettingsTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.url=h2:mem:built
            quarkus.binds.users.url=h2:mem:built-users
            """)
            .overrideRuntimeConfigKey("quarkus.binds.users.url", "mysql://ann:secret@localhost/users")
            .overrideRuntimeConfigKey("quarkus.binds.usres.url", "h2:mem:slip")
            .assertException(App.says("The URL of bind 'users', mysql://ann:***@localhost/users, is of the kind 'mysql'",
                    "built for 'h2'", "quarkus.binds.users.db-kind=mysql",
                    "There is no bind 'usres' in this application",
                    "The binds of this application are: <default>, users"));

    @Test
    void isRefused() {
        // asserted above
    }
}
