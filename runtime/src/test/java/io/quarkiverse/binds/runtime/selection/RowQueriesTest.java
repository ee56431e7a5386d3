package io.quarkiverse.binds.runtime.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** I1: the statement for the rows of a chunk has two parameters if their ids have no gap, and one for each id otherwise. */
class RowQueriesTest {

    private static final int ROWS = 30;
    private static final List<String> STATEMENTS = new ArrayList<>();

    private static SessionFactory factory;

    @Entity(name = "Mark")
    static class Mark {

        @Id
        Integer id;
        int seen;

        Mark() {
        }

        Mark(int id) {
            this.id = id;
        }
    }

    @BeforeAll
    static void start() {
        StatementInspector inspector = sql -> {
            STATEMENTS.add(sql);
            return sql;
        };
        Configuration configuration = new Configuration().addAnnotatedClass(Mark.class)
                .setProperty("hibernate.connection.url", "jdbc:h2:mem:row_queries")
                .setProperty("hibernate.hbm2ddl.auto", "create");
        configuration.getProperties().put("hibernate.session_factory.statement_inspector", inspector);
        factory = configuration.buildSessionFactory();
    }

    @AfterAll
    static void stop() {
        factory.close();
    }

    @BeforeEach
    void rows() {
        factory.inTransaction(session -> {
            session.createMutationQuery("delete from Mark").executeUpdate();
            for (int id = 1; id <= ROWS; id++) {
                session.persist(new Mark(id));
            }
        });
        STATEMENTS.clear();
    }

    private static RowQueries<Mark> queries(org.hibernate.Session session) {
        return new RowQueries<>(session, new Definition<>(Mark.class, new Target("bind", null), "from Mark", List.of(), "id",
                ChosenIds.NONE), new BoundAttribute());
    }

    private static int update(Object... ids) {
        return factory.fromTransaction(session -> queries(session)
                .update("set seen = seen + ?1", new Object[] { 1 }, IdCondition.of(List.of(ids))).executeUpdate());
    }

    private static List<Integer> seen() {
        return factory.fromTransaction(session -> session
                .createSelectionQuery("select id from Mark where seen = 1 order by id", Integer.class).getResultList());
    }

    private static long parameters() {
        return STATEMENTS.get(0).chars().filter(character -> character == '?').count();
    }

    @Test
    void idsWithoutAGapAreARange() {
        assertThat(update(7, 8, 9, 10)).isEqualTo(4);

        assertThat(parameters()).isEqualTo(1 + 2);
        assertThat(seen()).containsExactly(7, 8, 9, 10);
    }

    @Test
    void idsWithAGapAreListed() {
        assertThat(update(7, 8, 10, 11)).isEqualTo(4);

        assertThat(parameters()).isEqualTo(1 + 4);
        assertThat(seen()).containsExactly(7, 8, 10, 11);
    }

    @Test
    void entitiesOfARangeAreReadInTheirOrder() {
        List<Mark> marks = factory.fromTransaction(session -> queries(session).entities(IdCondition.of(List.of(3, 4, 5))));

        assertThat(marks).extracting(mark -> mark.id).containsExactly(3, 4, 5);
        assertThat(parameters()).isEqualTo(2);
    }

    @Test
    void rangeIsDeleted() {
        int deleted = factory.fromTransaction(
                session -> queries(session).delete(IdCondition.of(List.of(28, 29, 30))).executeUpdate());

        assertThat(deleted).isEqualTo(3);
        assertThat(parameters()).isEqualTo(2);
    }

    @Test
    void textsAndIdsThatWrapAroundAreNoRange() {
        assertThat(IdCondition.of(List.of("1", "2", "3")).isRange()).isFalse();
        assertThat(IdCondition.of(List.of(Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE + 1)).isRange()).isFalse();
    }
}
