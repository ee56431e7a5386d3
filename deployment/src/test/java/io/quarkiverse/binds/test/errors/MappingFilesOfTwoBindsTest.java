package io.quarkiverse.binds.test.errors;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.test.App;
import io.quarkiverse.binds.test.entities.xml.Badge;
import io.quarkiverse.binds.test.entities.xml.Mapping;
import io.quarkus.test.QuarkusUnitTest;

/** L13: an entity mapped by files of two binds, whose class names none, is refused. */
class MappingFilesOfTwoBindsTest {

    @RegisterExtension
    static final QuarkusUnitTest test = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(App.class, Mapping.class, Badge.class)
                    .addAsResource(Mapping.of(Badge.class), "badges.xml")
                    .addAsResource(new StringAsset("""
                            quarkus.binds.url=h2:mem:refused
                            quarkus.binds.users.url=h2:mem:refused-users
                            quarkus.hibernate-orm.mapping-files=badges.xml
                            quarkus.hibernate-orm."users".mapping-files=badges.xml
                            """), "application.properties"))
            .assertException(App.says("Entity " + Badge.class.getName() + " is mapped by files of several binds",
                    "quarkus.hibernate-orm.mapping-files and quarkus.hibernate-orm.\"users\".mapping-files",
                    "put @Bind"));

    @Test
    void isRefused() {
        // asserted above
    }
}
