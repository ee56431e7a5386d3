package io.quarkiverse.binds.test.errors;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.test.App;
import io.quarkus.test.QuarkusUnitTest;

/** A {@code persistence.xml} beside binds, which would both define the persistence units. */
class PersistenceXmlTest {

    @RegisterExtension
    static final QuarkusUnitTest test = new QuarkusUnitTest().withApplicationRoot(jar -> jar
            .addAsResource(new StringAsset("quarkus.binds.url=h2:mem:refused"), "application.properties")
            .addAsManifestResource(new StringAsset("""
                    <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
                        <persistence-unit name="legacy"/>
                    </persistence>
                    """), "persistence.xml"))
            .assertException(App.says("META-INF/persistence.xml", "'legacy'", "remove it",
                    "quarkus.hibernate-orm.persistence-xml.ignore=true"));

    @Test
    void isRefused() {
        // asserted above
    }
}
