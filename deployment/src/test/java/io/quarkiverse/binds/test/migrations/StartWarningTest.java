package io.quarkiverse.binds.test.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;

import jakarta.inject.Singleton;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.MigrationFilter;
import io.quarkus.test.QuarkusUnitTest;

/**
 * With {@code quarkus.binds.migrations.check=warn} the start tells of changes that no script makes, but for tables that a key
 * or a filter excludes, and of binds that cannot be compared.
 */
class StartWarningTest {

    @Entity
    public static class Letter {
        @Id
        public Long id;
    }

    @Entity
    public static class QrtzJob {
        @Id
        public Long id;
    }

    @Entity
    public static class Hidden {
        @Id
        public Long id;
    }

    @Singleton
    public static class Visible implements MigrationFilter {
        @Override
        public boolean includes(String bind, String table) {
            return !bind.equals(Bind.DEFAULT) || !table.equals("hidden");
        }
    }

    /** Its db-kind is one that cannot be compared. */
    @Entity
    @Bind("archive")
    public static class Scroll {
        @Id
        public Long id;
    }

    @RegisterExtension
    static final QuarkusUnitTest test = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addAsResource(new StringAsset("""
                    quarkus.binds.url=h2:mem:start-warning
                    quarkus.binds.migrations.check=warn
                    quarkus.binds.archive.db-kind=other
                    quarkus.datasource.archive.jdbc.driver=org.h2.Driver
                    quarkus.datasource.archive.jdbc.url=jdbc:h2:mem:start-warning-archive
                    quarkus.hibernate-orm.archive.dialect=org.hibernate.dialect.H2Dialect
                    quarkus.binds.migrations.exclude=QRTZ_*
                    """), "application.properties"))
            .setLogRecordPredicate(record -> record.getLoggerName().equals("io.quarkiverse.binds.migrations")
                    && record.getLevel().intValue() >= Level.WARNING.intValue())
            .assertLogRecords(records -> {
                assertThat(records).hasSize(2);
                assertThat(String.format(records.get(0).getMessage(), records.get(0).getParameters()))
                        .contains("bind 'archive'", "db-kind other cannot be compared", "quarkus.binds.migrations.check");
                assertThat(records.get(1).getMessage()).contains("the default bind", "create table letter", "db migrate")
                        .doesNotContain("qrtz", "hidden");
            });

    @Test
    void startWarns() {
        // the log is checked at the end
    }
}
