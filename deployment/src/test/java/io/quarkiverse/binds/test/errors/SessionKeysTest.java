package io.quarkiverse.binds.test.errors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.test.App;
import io.quarkus.test.QuarkusUnitTest;

class SessionKeysTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.url=h2:mem:session-keys
            quarkus.binds.session.comit=on-success
            quarkus.binds.session.url=h2:mem:other
            """).assertException(App.says("Unknown key 'quarkus.binds.session.comit'", "quarkus.binds.session.commit",
            "quarkus.binds.session.retry-safe-methods",
            "'session' in 'quarkus.binds.session.url' cannot be the name of a bind"));

    @Test
    void buildIsRefused() {
        throw new AssertionError("The application must not start");
    }
}
