package io.quarkiverse.binds.test.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.logging.Level;

import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.Schema;
import io.quarkiverse.binds.test.App;
import io.quarkus.test.QuarkusUnitTest;

/** H1, H8: the log says why no table was created: no entities, or no missing table. */
class SchemaWarningsTest {

    @Entity
    public static class Note {
        @Id
        public Long id;
    }

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.url=h2:mem:warnings;DB_CLOSE_DELAY=-1
            quarkus.binds.users.url=h2:mem:warnings-users
            quarkus.binds."*".schema=none
            """)
            .setLogRecordPredicate(record -> record.getLoggerName().equals("io.quarkiverse.binds.schema"))
            .assertLogRecords(records -> {
                assertThat(records).hasSize(2);
                assertThat(records.get(0).getLevel()).isEqualTo(Level.WARNING);
                assertThat(String.format(records.get(0).getMessage(), records.get(0).getParameters()))
                        .contains("No table was created in bind 'users': it has no entities", "@Bind(\"users\")",
                                "quarkus.binds.users.packages", "Jandex");
                assertThat(records.get(1).getLevel()).isEqualTo(Level.INFO);
                assertThat(String.format(records.get(1).getMessage(), records.get(1).getParameters()))
                        .contains("No table was created in the default bind: the tables of its entities exist, note");
            });

    @Inject
    Schema schema;

    @Test
    void logSaysWhyNoTableWasCreated() {
        assertThat(schema.createAll()).isEqualTo(Map.of("<default>", List.of("note"), "users", List.of()));
        assertThat(schema.createAll("<default>").get("<default>")).isEmpty();
    }
}
