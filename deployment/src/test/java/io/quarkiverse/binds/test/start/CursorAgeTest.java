package io.quarkiverse.binds.test.start;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.test.App;
import io.quarkus.test.QuarkusUnitTest;

/** I2: an age that no cursor could be used within is an error of the start. */
class CursorAgeTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.url=h2:mem:cursor-age
            quarkus.binds.pagination.cursor-max-age=500ms
            """).assertException(App.says("quarkus.binds.pagination.cursor-max-age", "at least 1 second"));

    @Test
    void ageBelowASecondIsRefused() {
        // asserted above
    }
}
