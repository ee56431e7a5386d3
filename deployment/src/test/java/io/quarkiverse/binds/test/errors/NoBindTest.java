package io.quarkiverse.binds.test.errors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.test.App;
import io.quarkus.test.QuarkusUnitTest;

/** B8: the error for an application without any database lists the keys to set. */
class NoBindTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("")
            .assertException(App.says("No bind is configured", "quarkus.binds.url", "quarkus.binds.<name>.url", "mysql://",
                    "quarkus.binds.db-kind"));

    @Test
    void isRefused() {
        // asserted above
    }
}
