package io.quarkiverse.binds.runtime.keyset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.hibernate.query.SelectionQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * I2: Hibernate translates the query of a page by cursor to SQL once, not for each page, and reads the rows of each position
 * with it.
 */
class QueryPlansTest {

    private static final int ROWS = 30;
    private static final int PAGE = 5;

    private static SessionFactory factory;

    @Entity(name = "Reading")
    static class Reading {

        @Id
        Long id;
        int place;
        @ManyToOne(fetch = FetchType.LAZY)
        Reading before;

        Reading() {
        }

        Reading(long id) {
            this.id = id;
            this.place = (int) (id % 3);
        }
    }

    @BeforeAll
    static void start() {
        factory = new Configuration().addAnnotatedClass(Reading.class)
                .setProperty("hibernate.connection.url", "jdbc:h2:mem:query_plans")
                .setProperty("hibernate.hbm2ddl.auto", "create")
                .setProperty("hibernate.generate_statistics", "true")
                .buildSessionFactory();
        factory.inTransaction(session -> {
            Reading first = null;
            for (long id = 1; id <= ROWS; id++) {
                Reading reading = new Reading(id);
                reading.before = id % 2 == 0 ? first : null;
                session.persist(reading);
                first = first == null ? reading : first;
            }
        });
    }

    @AfterAll
    static void stop() {
        factory.close();
    }

    @BeforeEach
    void forgetStatistics() {
        factory.getStatistics().clear();
    }

    private static List<Long> ids(Function<Session, SelectionQuery<Reading>> query, Position position, boolean backwards) {
        return factory.fromTransaction(session -> new KeysetQuery<>(query.apply(session)).read(position, backwards, PAGE))
                .stream().map(row -> row.item().id).toList();
    }

    /** Reads pages at several positions of an order; the first of them translates the query. */
    private static void readPages(Function<Session, SelectionQuery<Reading>> query) {
        ids(query, new Position(List.of(0L), false), false);
        long translated = factory.getStatistics().getQueryPlanCacheMissCount();
        for (long id = 1; id < ROWS - PAGE; id++) {
            assertThat(ids(query, new Position(List.of(id), false), false)).containsExactly(id + 1, id + 2, id + 3, id + 4,
                    id + 5);
        }
        assertThat(factory.getStatistics().getQueryPlanCacheMissCount()).isEqualTo(translated);
    }

    @Test
    void queryOfPagesIsTranslatedOnce() {
        readPages(session -> session.createSelectionQuery("from Reading order by id", Reading.class));
    }

    @Test
    void queryWithParameterIsTranslatedOnce() {
        readPages(session -> session.createSelectionQuery("from Reading where id < ?1 order by id", Reading.class)
                .setParameter(1, ROWS + 1L));
    }

    @Test
    void directionsAndOrdersDoNotShareATranslation() {
        Function<Session, SelectionQuery<Reading>> ascending = session -> session.createSelectionQuery(
                "from Reading order by id", Reading.class);
        Function<Session, SelectionQuery<Reading>> descending = session -> session.createSelectionQuery(
                "from Reading order by id desc", Reading.class);
        Function<Session, SelectionQuery<Reading>> byPlace = session -> session.createSelectionQuery(
                "from Reading order by place, id", Reading.class);
        for (int round = 0; round < 2; round++) {
            assertThat(ids(ascending, new Position(List.of(10L), false), false)).containsExactly(11L, 12L, 13L, 14L, 15L);
            assertThat(ids(ascending, new Position(List.of(10L), true), false)).containsExactly(10L, 11L, 12L, 13L, 14L);
            assertThat(ids(ascending, new Position(List.of(10L), false), true)).containsExactly(9L, 8L, 7L, 6L, 5L);
            assertThat(ids(descending, new Position(List.of(10L), false), false)).containsExactly(9L, 8L, 7L, 6L, 5L);
            assertThat(ids(byPlace, new Position(List.of(1, 25L), false), false)).containsExactly(28L, 2L, 5L, 8L, 11L);
        }
    }

    /** As in the query itself, where the association is joined as a required one. */
    @Test
    void orderByAnAssociationLeavesOutRowsWithoutIt() {
        assertThat(ids(session -> session.createSelectionQuery("from Reading order by before.place, id", Reading.class), null,
                false)).containsExactly(2L, 4L, 6L, 8L, 10L);
    }
}
