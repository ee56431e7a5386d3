package io.quarkiverse.binds.runtime.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.TimeZone;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkiverse.binds.test.databases.MySql;

/**
 * M8: statements of the page on connections about the hour that a time zone skips, with Hibernate ORM and the driver of
 * MySQL.
 */
class DaylightSavingTest {

    private static final LocalDateTime SKIPPED = LocalDateTime.of(2026, 3, 29, 2, 30);

    private final TimeZone before = TimeZone.getDefault();

    @Entity(name = "Appointment")
    static class Appointment {

        @Id
        long id = 1;
        LocalDateTime local = SKIPPED;
        Instant instant = Instant.parse("2026-03-29T01:30:00Z");
    }

    @AfterEach
    void backToTheZoneOfTheMachine() {
        TimeZone.setDefault(before);
    }

    private static Appointment stored(String zone) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        DatabaseServer server = MySql.shared();
        String database = server.uniqueDatabase("summer");
        try (SessionFactory factory = new Configuration().addAnnotatedClass(Appointment.class)
                .setProperty("hibernate.connection.url", server.jdbcUrl(database))
                .setProperty("hibernate.connection.username", server.user())
                .setProperty("hibernate.connection.password", server.password())
                .setProperty("hibernate.hbm2ddl.auto", "create").buildSessionFactory()) {
            factory.inTransaction(session -> session.persist(new Appointment()));
            return factory.fromTransaction(session -> session.find(Appointment.class, 1L));
        } finally {
            server.dropDatabase(database);
        }
    }

    @Test
    void hourThatIsSkippedIsStoredAsTheNext() {
        Appointment found = stored("Europe/Berlin");

        assertThat(found.local).isEqualTo(SKIPPED.plusHours(1));
        assertThat(found.instant).isEqualTo(new Appointment().instant);
    }

    @Test
    void zoneWithoutSkippedHourStoresItUnchanged() {
        assertThat(stored("UTC").local).isEqualTo(SKIPPED);
    }
}
