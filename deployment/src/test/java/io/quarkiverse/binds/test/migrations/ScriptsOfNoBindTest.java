package io.quarkiverse.binds.test.migrations;

import java.util.List;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.test.App;
import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.test.QuarkusUnitTest;

/** Scripts where Flyway has them by default, in an application whose default datasource has become a bind. */
class ScriptsOfNoBindTest {

    @RegisterExtension
    static final QuarkusUnitTest test = new QuarkusUnitTest()
            .setForcedDependencies(List.of(Dependency.of("io.quarkus", "quarkus-flyway", Version.getVersion())))
            .withApplicationRoot(jar -> jar.addClass(App.class)
                    .addAsResource(new StringAsset("""
                            quarkus.binds.url=h2:mem:scripts
                            quarkus.binds.users.db-kind=mysql
                            quarkus.datasource.users.jdbc.driver=com.mysql.cj.jdbc.Driver
                            """), "application.properties")
                    .addAsResource(new StringAsset("create table a (id int)"), "db/migration/V1__old.sql")
                    .addAsResource(new StringAsset("create table a (id int)"), "db/migration/users/V1__a.sql"))
            .assertException(App.says("V1__old.sql", "are of no bind", "db/migration/default",
                    "quarkus.flyway.locations=db/migration", "bind 'users'", "add the dependency org.flywaydb:flyway-mysql"));

    @Test
    void isRefused() {
        // asserted above
    }
}
