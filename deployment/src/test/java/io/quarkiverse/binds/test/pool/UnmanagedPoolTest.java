package io.quarkiverse.binds.test.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.LogRecord;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.test.App;
import io.quarkus.agroal.DataSource.DataSourceLiteral;
import io.quarkus.arc.Arc;
import io.quarkus.test.QuarkusUnitTest;

/** The log names the key that leaves a bind with the pool of Quarkus. */
class UnmanagedPoolTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.url=h2:mem:managed
            quarkus.binds.classes.url=h2:mem:classes
            quarkus.datasource.classes.jdbc.driver=org.h2.jdbcx.JdbcDataSource
            quarkus.binds.free.url=h2:mem:free
            quarkus.datasource.free.jdbc.transactions=disabled
            """)
            .setLogRecordPredicate(record -> text(record).contains("the pool of Quarkus alone"))
            .assertLogRecords(records -> {
                assertThat(records).hasSize(2);
                assertThat(records).anySatisfy(record -> assertThat(text(record)).contains("Bind 'classes'",
                        "quarkus.datasource.\"classes\".jdbc.driver names org.h2.jdbcx.JdbcDataSource",
                        "quarkus.binds.classes.pool"));
                assertThat(records).anySatisfy(record -> assertThat(text(record)).contains("Bind 'free'",
                        "quarkus.datasource.\"free\".jdbc.transactions is set to 'disabled'"));
            });

    @Inject
    DataSource ofDefault;

    private static String text(LogRecord record) {
        return record.getParameters() == null ? record.getMessage()
                : String.format(record.getMessage(), record.getParameters());
    }

    @Test
    void connectionsWorkAndLogNamesTheKeys() throws SQLException {
        assertWorks(ofDefault);
        for (String bind : new String[] { "classes", "free" }) {
            assertWorks(Arc.container().instance(DataSource.class, new DataSourceLiteral(bind)).get());
        }
    }

    private static void assertWorks(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }
}
