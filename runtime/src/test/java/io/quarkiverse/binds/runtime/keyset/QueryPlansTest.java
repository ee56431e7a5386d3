package io.quarkiverse.binds.runtime.keyset;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
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
    private static final int CALLS = 2_000;
    /** That two pages may need; copies of the tree for each of them take more. */
    private static final long MORE_BYTES = 9_000;

    private static SessionFactory factory;

    @Entity(name = "Reading")
    static class Reading {

        @Id
        Long id;
        int place;
        /** Of every third reading. */
        String note;
        @ManyToOne(fetch = FetchType.LAZY)
        Reading before;

        Reading() {
        }

        Reading(long id) {
            this.id = id;
            this.place = (int) (id % 3);
            this.note = place == 0 ? "note" : null;
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

    /** Nulls are first here: a position among them is followed by the others, which are compared by their value. */
    @Test
    void positionsWithNullsElsewhereDoNotShareATranslation() {
        Function<Session, SelectionQuery<Reading>> byNote = session -> session.createSelectionQuery(
                "from Reading order by note, id", Reading.class);
        for (int round = 0; round < 2; round++) {
            assertThat(ids(byNote, new Position(Arrays.asList(null, 28L), false), false)).containsExactly(29L, 3L, 6L, 9L, 12L);
            assertThat(ids(byNote, new Position(List.of("note", 3L), false), false)).containsExactly(6L, 9L, 12L, 15L, 18L);
        }
    }

    @Test
    void parameterOfTheApplicationMayHaveTheNameOfASortValue() {
        String name = KeysetRestriction.parameterName(0);
        assertThat(
                ids(session -> session.createSelectionQuery("from Reading where id < :" + name + " order by id", Reading.class)
                        .setParameter(name, 13L), new Position(List.of(10L), false), false))
                .containsExactly(11L, 12L);
    }

    @Test
    void twoPagesNeedLittleMoreMemoryThanTwoQueries() {
        long plain = allocated(session -> {
            List<Reading> first = session.createSelectionQuery("from Reading order by id", Reading.class).setMaxResults(PAGE)
                    .getResultList();
            session.createSelectionQuery("from Reading where id > ?1 order by id", Reading.class)
                    .setParameter(1, first.get(PAGE - 1).id).setMaxResults(PAGE).getResultList();
        });
        long pages = allocated(session -> {
            KeysetQuery<Reading> query = new KeysetQuery<>(
                    session.createSelectionQuery("from Reading order by id", Reading.class));
            List<KeyedRow<Reading>> first = query.read(null, false, PAGE);
            query.read(new Position(first.get(PAGE - 1).key(), false), false, PAGE);
        });
        System.out.printf("FIGURES two pages by cursor: %d bytes, two queries %d%n", pages, plain);
        assertThat(pages - plain).isLessThan(MORE_BYTES);
    }

    /** @return bytes for each call */
    private static long allocated(Consumer<Session> work) {
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long before = 0;
        for (int call = -CALLS; call < CALLS; call++) {
            if (call == 0) {
                before = threads.getThreadAllocatedBytes(thread);
            }
            factory.inSession(work::accept);
        }
        return (threads.getThreadAllocatedBytes(thread) - before) / CALLS;
    }

    /** As in the query itself, where the association is joined as a required one. */
    @Test
    void orderByAnAssociationLeavesOutRowsWithoutIt() {
        assertThat(ids(session -> session.createSelectionQuery("from Reading order by before.place, id", Reading.class), null,
                false)).containsExactly(2L, 4L, 6L, 8L, 10L);
    }
}
