package io.quarkiverse.binds.test.errors;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.test.App;
import io.quarkus.test.QuarkusUnitTest;

/** M9: one line for each bind, without a stack trace of Hibernate before it. */
class StartWithoutDatabaseTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.url=h2:tcp://127.0.0.1:1/nothing
            quarkus.binds.schema=update
            """).setLogRecordPredicate(record -> record.getThrown() != null)
            .assertLogRecords(records -> assertThat(records).filteredOn(record -> record.getLoggerName().contains("hibernate"))
                    .isEmpty())
            .assertException(App.says("Default bind cannot connect to jdbc:h2:tcp://127.0.0.1:1/nothing"));

    @Entity
    public static class Thing {
        @Id
        public Long id;
    }

    @Test
    void startIsRefused() {
        Assertions.fail("the application must not start");
    }
}
