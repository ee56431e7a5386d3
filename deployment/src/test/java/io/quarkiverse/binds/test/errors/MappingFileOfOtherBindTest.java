package io.quarkiverse.binds.test.errors;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.test.App;
import io.quarkiverse.binds.test.entities.xml.Account;
import io.quarkiverse.binds.test.entities.xml.Mapping;
import io.quarkus.test.QuarkusUnitTest;

/** L13: an entity whose class names a bind cannot be mapped by a file of another bind. */
class MappingFileOfOtherBindTest {

    @RegisterExtension
    static final QuarkusUnitTest test = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(App.class, Mapping.class, Account.class)
                    .addAsResource(Mapping.of(Account.class), "default-bind.xml")
                    .addAsResource(new StringAsset("""
                            quarkus.binds.url=h2:mem:refused
                            quarkus.binds.users.url=h2:mem:refused-users
                            quarkus.hibernate-orm.mapping-files=default-bind.xml
                            """), "application.properties"))
            .assertException(App.says("Entity " + Account.class.getName() + " is in bind 'users'",
                    "default-bind.xml is read for the default bind only",
                    "name the file in quarkus.hibernate-orm.\"users\".mapping-files"));

    @Test
    void isRefused() {
        // asserted above
    }
}
