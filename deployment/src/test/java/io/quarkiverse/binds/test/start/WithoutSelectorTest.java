package io.quarkiverse.binds.test.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.Databases;
import io.quarkiverse.binds.test.App;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.QuarkusUnitTest;

/** L11: an application that names the key of each database needs no selector; the start logs this without a warning. */
class WithoutSelectorTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.tenants.dynamic=true
            quarkus.binds.tenants.url=h2:mem:without_{key}
            quarkus.binds.archive.dynamic=true
            quarkus.binds.archive.db-kind=h2
            """)
            .setLogRecordPredicate(record -> record.getLoggerName().equals("io.quarkiverse.binds"))
            .assertLogRecords(WithoutSelectorTest::check);

    @Singleton
    public static class Jobs {
        @Inject
        Databases databases;

        /** Keeps the bean, which would be removed as unused and would then be no way to a database. */
        void start(@Observes StartupEvent event) {
            assertThat(databases.of("tenants").keys()).isEmpty();
        }
    }

    private static void check(List<LogRecord> records) {
        assertThat(records).filteredOn(record -> text(record).contains("DatabaseSelector")).singleElement().satisfies(line -> {
            assertThat(line.getLevel().intValue()).isEqualTo(Level.INFO.intValue());
            assertThat(text(line)).contains("bind 'archive', bind 'tenants'", "databases.run(key, ...)",
                    "implements io.quarkiverse.binds.DatabaseSelector");
        });
    }

    private static String text(LogRecord record) {
        return record instanceof ExtLogRecord ext ? ext.getFormattedMessage() : record.getMessage();
    }

    @Test
    void applicationStarts() {
        // the log of the start is read after the application has stopped
    }
}
