package io.quarkiverse.binds.runtime.pagination;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.FilterDef;
import org.hibernate.cfg.Configuration;
import org.hibernate.query.SelectionQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** I2: the count of a page is Hibernate's, but is translated to SQL once for each text of a query. */
class ResultCountTest {

    private static final int ROWS = 30;
    private static final int CALLS = 2_000;

    private static SessionFactory factory;

    @Entity(name = "Sample")
    @FilterDef(name = "early", defaultCondition = "id <= 4")
    @Filter(name = "early")
    static class Sample {

        @Id
        Long id;
        int place;
        @ElementCollection
        Set<String> tags = new HashSet<>();

        Sample() {
        }

        Sample(long id) {
            this.id = id;
            this.place = (int) (id % 3);
            this.tags.addAll(List.of("x", "y"));
        }
    }

    @BeforeAll
    static void start() {
        factory = new Configuration().addAnnotatedClass(Sample.class)
                .setProperty("hibernate.connection.url", "jdbc:h2:mem:result_count")
                .setProperty("hibernate.hbm2ddl.auto", "create")
                .setProperty("hibernate.generate_statistics", "true")
                .buildSessionFactory();
        factory.inTransaction(session -> {
            for (long id = 1; id <= ROWS; id++) {
                session.persist(new Sample(id));
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

    private static long count(Function<Session, SelectionQuery<Sample>> query) {
        return factory.fromTransaction(session -> QueryPages.of(query.apply(session)).count());
    }

    private static Function<Session, SelectionQuery<Sample>> hql(String text) {
        return session -> session.createSelectionQuery(text, Sample.class);
    }

    @ParameterizedTest
    @ValueSource(strings = { "from Sample where id > ?1 order by id", "select distinct s from Sample s where s.id > ?1",
            "from Sample s left join fetch s.tags where s.id > ?1 order by s.id",
            "select s from Sample s where s.id > ?1 group by s", "from Sample where id > ?1 union from Sample where id > ?1" })
    void countIsTranslatedOnceAndHasTheParametersOfEachCall(String text) {
        for (long id = 0; id < ROWS; id++) {
            long first = id;
            long expected = ROWS - id;
            assertThat(count(session -> hql(text).apply(session).setParameter(1, first))).isEqualTo(expected);
            assertThat(count(session -> session.createQuery(text, Sample.class).setParameter(1, first))).isEqualTo(expected);
        }
        assertThat(factory.getStatistics().getQueryPlanCacheMissCount()).as("the text and its count")
                .isLessThanOrEqualTo(2);
    }

    /** The query itself has a plan of its own under the same text, and so has the count of the rows. */
    @Test
    void plansOfOneTextAreNotMixed() {
        String text = "from Sample s left join fetch s.tags order by s.id";
        for (int round = 0; round < 2; round++) {
            assertThat(count(hql(text))).isEqualTo(ROWS);
            assertThat((long) factory.fromTransaction(session -> ResultCount.of(hql(text).apply(session)))).isEqualTo(ROWS);
            assertThat((List<?>) factory.fromTransaction(session -> hql(text).apply(session).getResultList())).hasSize(ROWS);
            assertThat((List<?>) factory.fromTransaction(session -> QueryPages.of(hql(text).apply(session)).read(5, 3)))
                    .hasSize(3);
        }
    }

    @Test
    void limitsOfTheQueryAreNotThoseOfTheCount() {
        for (int round = 0; round < 2; round++) {
            assertThat(count(session -> hql("from Sample").apply(session).setFirstResult(4).setMaxResults(5))).isEqualTo(ROWS);
        }
    }

    /** Filters and lists change the statement: no plan is kept then. */
    @Test
    void filtersAndListsAreThoseOfEachCall() {
        for (int round = 0; round < 2; round++) {
            assertThat(count(hql("from Sample"))).isEqualTo(ROWS);
            assertThat(count(session -> {
                session.enableFilter("early");
                return hql("from Sample").apply(session);
            })).isEqualTo(4);
            for (int size = 1; size < 4; size++) {
                List<Long> ids = List.of(1L, 2L, 3L).subList(0, size);
                assertThat(count(session -> hql("from Sample where id in ?1").apply(session).setParameterList(1, ids)))
                        .isEqualTo(size);
            }
        }
    }

    /** A translation needs more than half of the memory of a count. */
    @ParameterizedTest
    @ValueSource(strings = { "from Sample where id > ?1 order by id",
            "from Sample s left join fetch s.tags where s.id > ?1 order by s.id" })
    void countNeedsHalfTheMemoryOfOneWithATranslation(String text) {
        Function<Session, SelectionQuery<Sample>> query = session -> hql(text).apply(session).setParameter(1, 3L);
        long kept = allocated(session -> QueryPages.of(query.apply(session)).count());
        long translated = allocated(session -> query.apply(session).getResultCount());
        System.out.printf("FIGURES count of \"%s\": %d bytes, with a translation %d%n", text, kept, translated);
        assertThat(kept).isLessThan(translated * 6 / 10);
    }

    /** @return bytes for each call, in a session for all */
    private static long allocated(ToLongFunction<Session> count) {
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        return factory.fromTransaction(session -> {
            long before = 0;
            for (int call = -CALLS; call < CALLS; call++) {
                if (call == 0) {
                    before = threads.getThreadAllocatedBytes(thread);
                }
                count.applyAsLong(session);
            }
            return (threads.getThreadAllocatedBytes(thread) - before) / CALLS;
        });
    }
}
