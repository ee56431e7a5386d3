package io.quarkiverse.binds.test.errors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.test.App;
import io.quarkus.test.QuarkusUnitTest;

/** A16, B2: one error lists all wrong keys, with the known keys and binds, and without a password. */
class WrongKeysTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.url=h2:mem:refused
            quarkus.binds.users.poool.size=3
            quarkus.binds.foo=1
            quarkus.binds.session.url=h2:mem:reserved
            quarkus.binds."*".url=h2:mem:all
            quarkus.binds.shop.db-kind=h2
            quarkus.binds.shop.url=mysql:///ann:secret@db:3306/shop
            """)
            .assertException(error -> {
                App.says("Unknown key 'poool.size' of bind 'users'",
                        "The keys of a bind are: url, replicas, read-your-writes, max-replica-lag, username", "pool.size",
                        "driver-properties.*",
                        "Unknown key 'quarkus.binds.foo'",
                        "'session' in 'quarkus.binds.session.url' cannot be the name of a bind",
                        "Reserved names are: ", "migrate",
                        "cannot be set for all binds", "quarkus.binds.<name>.url",
                        "The URL of bind 'shop' (quarkus.binds.shop.url) is refused", "mysql://ann:***@db:3306/shop")
                        .accept(error);
                assertThat(error.toString()).doesNotContain("secret");
            });

    @Test
    void isRefused() {
        // asserted above
    }
}
