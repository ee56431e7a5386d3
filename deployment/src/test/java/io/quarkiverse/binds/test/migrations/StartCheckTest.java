package io.quarkiverse.binds.test.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.Bind;
import io.quarkus.test.QuarkusUnitTest;

/**
 * With {@code quarkus.binds.migrations.check=fail} an application with changes that no script makes does not start: all binds
 * with their changes are named, but an inactive one, whose snapshot has a table that is no entity here.
 */
class StartCheckTest {

    @Entity
    public static class Letter {
        @Id
        public Long id;
    }

    @Entity
    @Bind("users")
    public static class Member {
        @Id
        public Long id;
    }

    @Entity
    @Bind("broken")
    public static class Shard {
        @Id
        public Long id;
    }

    @Entity
    @Bind("moved")
    public static class Address {
        @Id
        public Long id;
    }

    @Entity
    @Bind("asleep")
    public static class Dream {
        @Id
        public Long id;
    }

    @RegisterExtension
    static final QuarkusUnitTest test = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addAsResource(new StringAsset("""
                    quarkus.binds.url=h2:mem:start-check
                    quarkus.binds.users.url=h2:mem:start-check-users
                    quarkus.binds.broken.url=h2:mem:start-check-broken
                    quarkus.binds.moved.url=h2:mem:start-check-moved
                    quarkus.binds.asleep.url=h2:mem:start-check-asleep
                    quarkus.binds.asleep.active=false
                    quarkus.binds.migrations.check=fail
                    """), "application.properties")
                    .addAsResource(new StringAsset("format 1\n<<<<<<< ours\n"), "db/migration/broken/schema.snapshot")
                    .addAsResource(new StringAsset("format 1\nkind mysql\n"), "db/migration/moved/schema.snapshot")
                    .addAsResource(new StringAsset("format 1\nkind h2\ntable dream\n"),
                            "db/migration/asleep/schema.snapshot"))
            .assertException(failure -> assertThat(failure).hasMessageContainingAll("the default bind", "create table letter",
                    "bind 'users'", "create table member", "bind 'broken' cannot be checked", "schema.snapshot", "db merge",
                    "bind 'moved' is of the tables of a MYSQL database, but its db-kind is h2",
                    "db migrate", "quarkus.binds.migrations.check=fail").hasMessageNotContaining("asleep")
                    .hasMessageNotContaining("dream"));

    @Test
    void startFails() {
        throw new AssertionError("The application has started");
    }
}
