package io.quarkiverse.binds.test.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.logging.Level;

import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.test.App;
import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.test.QuarkusUnitTest;

/** Scripts of the default bind are applied before Hibernate ORM updates its tables, with a warning that both are set. */
class SchemaBesideScriptsTest {

    @Entity
    public static class Note {
        @Id
        public Long id;

        public String text;
    }

    @RegisterExtension
    static final QuarkusUnitTest test = new QuarkusUnitTest()
            .setForcedDependencies(List.of(Dependency.of("io.quarkus", "quarkus-flyway", Version.getVersion())))
            .withApplicationRoot(jar -> jar.addClass(App.class).addAsResource(new StringAsset("""
                    quarkus.binds.url=h2:mem:beside;DB_CLOSE_DELAY=-1
                    quarkus.binds.schema=update
                    quarkus.binds.migrate-at-start=true
                    """), "application.properties")
                    .addAsResource(new StringAsset("create table note (id bigint primary key, by_script int)"),
                            "db/migration/default/V1__note.sql"))
            .setLogRecordPredicate(record -> record.getLoggerName().equals("io.quarkiverse.binds.migrations"))
            .assertLogRecords(records -> {
                assertThat(records).extracting(record -> record.getLevel()).containsExactly(Level.WARNING, Level.INFO);
                assertThat(String.format(records.get(0).getMessage(), records.get(0).getParameters()))
                        .contains("quarkus.binds.schema=update changes the tables of the default bind");
                assertThat(String.format(records.get(1).getMessage(), records.get(1).getParameters()))
                        .isEqualTo("Default bind: applied scripts 1");
            });

    @Inject
    EntityManager manager;

    @Test
    void scriptsComeFirst() {
        assertThat(App.columns(manager, "note")).containsExactly("by_script", "id", "text");
        assertThat(App.<String> rows(manager,
                "select \"version\" from \"flyway_schema_history\" where \"installed_rank\" > 0")).containsExactly("1");
    }
}
