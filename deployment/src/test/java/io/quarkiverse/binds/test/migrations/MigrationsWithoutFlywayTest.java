package io.quarkiverse.binds.test.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.MigrationChange;
import io.quarkiverse.binds.MigrationOptions;
import io.quarkiverse.binds.MigrationScript;
import io.quarkiverse.binds.Migrations;
import io.quarkiverse.binds.Schema;
import io.quarkiverse.binds.test.App;
import io.quarkus.test.QuarkusUnitTest;

/** Without Flyway entities are compared and scripts are written; what applies scripts names the dependencies to add. */
class MigrationsWithoutFlywayTest {

    @Entity
    public static class Letter {
        @Id
        public Long id;
    }

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.url=h2:mem:without-flyway;DATABASE_TO_LOWER=TRUE
            quarkus.binds.users.db-kind=mysql
            quarkus.datasource.users.jdbc.driver=com.mysql.cj.jdbc.Driver
            """);

    @Inject
    Migrations migrations;

    @Inject
    Schema schema;

    @Test
    void entitiesAreComparedAndScriptsWritten() throws IOException {
        Migrations here = migrations.in(Files.createTempDirectory("scripts"));
        assertThat(here.check(Bind.DEFAULT).changes()).extracting(MigrationChange::description)
                .containsExactly("create table letter");
        MigrationScript script = here.migrate(Bind.DEFAULT, "Letters", MigrationOptions.defaults()).orElseThrow();
        assertThat(script.file()).content().contains("create table letter");
        here.checkOffline(Bind.DEFAULT).requireClean();

        schema.createAll(Bind.DEFAULT);

        here.check(Bind.DEFAULT).requireClean();
    }

    @Test
    void applyingScriptsNamesTheDependencies() {
        Stream.<ThrowingCallable> of(() -> migrations.upgrade("users"), () -> migrations.downgrade("users", "base"),
                () -> migrations.current("users"), () -> migrations.history("users"), () -> migrations.stamp("users", "head"))
                .forEach(call -> assertThatThrownBy(call).isInstanceOf(IllegalStateException.class)
                        .hasMessageContainingAll("bind 'users'", "without Flyway", "io.quarkus:quarkus-flyway",
                                "org.flywaydb:flyway-mysql"));
        assertThatThrownBy(() -> migrations.upgrade(Bind.DEFAULT))
                .hasMessageEndingWith("the dependency io.quarkus:quarkus-flyway");
    }
}
