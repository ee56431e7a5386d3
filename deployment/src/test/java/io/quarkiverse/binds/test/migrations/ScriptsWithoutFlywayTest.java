package io.quarkiverse.binds.test.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.test.App;
import io.quarkus.test.QuarkusUnitTest;

/** Scripts that no bind would apply are refused, with the dependencies to add. */
class ScriptsWithoutFlywayTest {

    @RegisterExtension
    static final QuarkusUnitTest test = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClass(App.class)
                    .addAsResource(new StringAsset("""
                            quarkus.binds.url=h2:mem:scripts
                            quarkus.binds.users.db-kind=mysql
                            quarkus.datasource.users.jdbc.driver=com.mysql.cj.jdbc.Driver
                            quarkus.binds.logs.url=h2:mem:logs
                            quarkus.binds.logs.migrate-at-start=true
                            quarkus.binds.tenants.db-kind=mysql
                            quarkus.datasource.tenants.jdbc.driver=com.mysql.cj.jdbc.Driver
                            quarkus.binds.tenants.dynamic=true
                            quarkus.binds.tenants.schema=migrate
                            quarkus.binds.asleep.url=h2:mem:asleep
                            quarkus.binds.asleep.migrate-at-start=true
                            quarkus.binds.asleep.active=false
                            """), "application.properties").addAsResource(new StringAsset("create table a (id int)"),
                            "db/migration/users/V1__a.sql"))
            .assertException(App.says("db/migration/users", "bind 'users'", "without Flyway", "io.quarkus:quarkus-flyway",
                    "org.flywaydb:flyway-mysql", "quarkus.binds.logs.migrate-at-start=true",
                    "quarkus.binds.tenants.schema=migrate").andThen(
                            failure -> assertThat(failure).hasMessageNotContaining("asleep")));

    @Test
    void isRefused() {
        // asserted above
    }
}
