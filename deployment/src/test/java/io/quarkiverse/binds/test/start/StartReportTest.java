package io.quarkiverse.binds.test.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;

import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;

import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.BindInfo;
import io.quarkiverse.binds.Binds;
import io.quarkiverse.binds.test.App;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.quarkus.test.QuarkusUnitTest;

/** A5, A16, A17, A20: report at the start, the bean {@link Binds}, and the properties that reach driver and pool. */
class StartReportTest {

    private static final String SECRET = "s3cr3t";

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.url=h2:mem:report
            quarkus.binds.pool.size=7
            quarkus.binds.users.url=h2:mem:report-users
            quarkus.binds.users.username=ann
            quarkus.binds.users.password=s3cr3t
            quarkus.binds.users.driver-properties.MODE=MySQL
            quarkus.binds."*".pool.size=3
            quarkus.binds."*".schema=drop-and-create
            quarkus.datasource.users.jdbc.max-lifetime=9m
            SQLALCHEMY_POOL_RECYCLE=280
            """)
            .setLogRecordPredicate(record -> true)
            .assertLogRecords(StartReportTest::check);

    @Entity
    @Bind("users")
    public static class Member {
        @Id
        public Long id;
    }

    private static void check(List<LogRecord> records) {
        assertThat(messages(records, Level.INFO)).anySatisfy(line -> assertThat(line)
                .startsWith("Bind 'users': h2, h2:mem:report-users, 1 entity (StartReportTest$Member), ")
                .contains("pool.size=3 (\"*\")", "pool.recycle=9m (datasource key)", "pool.timeout=30s ",
                        "driver-properties.MODE=MySQL (bind)"));
        assertThat(messages(records, Level.INFO)).anySatisfy(line -> assertThat(line)
                .startsWith("Default bind: h2, h2:mem:report, no entities, ").contains("pool.size=7 (bind)")
                .doesNotContain("recycle"));
        assertThat(messages(records, Level.WARNING)).singleElement().asString()
                .contains("SQLALCHEMY_POOL_RECYCLE", "quarkus.binds.pool.recycle");
        assertThat(records).extracting(StartReportTest::text).noneMatch(text -> text.contains(SECRET));
        assertThat(records).extracting(StartReportTest::text).as("a message of Quarkus that is not true here")
                .noneMatch(text -> text.contains("Hibernate ORM was disabled explicitly"));
    }

    private static List<String> messages(List<LogRecord> records, Level level) {
        return records.stream().filter(r -> r.getLoggerName().equals("io.quarkiverse.binds"))
                .filter(r -> r.getLevel().intValue() == level.intValue()).map(StartReportTest::text).toList();
    }

    private static String text(LogRecord record) {
        return String.valueOf(record instanceof ExtLogRecord ext ? ext.getFormattedMessage() : record.getMessage());
    }

    @Inject
    Binds binds;

    @Inject
    @PersistenceUnit("users")
    EntityManager users;

    @Test
    void beanListsBindsEntitiesAndSettings() {
        assertThat(binds.list()).extracting(BindInfo::name).containsExactly(Bind.DEFAULT, "users");
        assertThat(binds.get("users").entities()).containsExactly(Member.class.getName());
        assertThat(binds.get("users").setting("pool.size")).hasToString("pool.size=3 (\"*\")");
        assertThat(binds.get("users").setting("password").value()).isEqualTo("***");
        assertThat(binds.get(Bind.DEFAULT).setting("pool.size")).hasToString("pool.size=7 (bind)");
    }

    @Test
    void driverPropertiesReachTheDriver() {
        assertThat(App.rows(users, "select setting_value from information_schema.settings where setting_name = 'MODE'"))
                .containsExactly("MySQL");
        assertThat(App.<String> rows(users, "select current_user")).containsExactly("ANN");
    }
}
