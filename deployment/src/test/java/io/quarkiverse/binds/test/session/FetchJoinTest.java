package io.quarkiverse.binds.test.session;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.UnitOfWorkOptions;
import io.quarkiverse.binds.test.App;
import io.quarkus.hibernate.orm.panache.PanacheEntity;
import io.quarkus.test.QuarkusUnitTest;

/** K21: an association fetched by a join costs no statement of its own. */
class FetchJoinTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.url=h2:mem:fetched-along;DB_CLOSE_DELAY=-1
            quarkus.binds.schema=drop-and-create
            quarkus.hibernate-orm.statistics=true
            """, Task.class, Owner.class);

    @Entity
    public static class Task extends PanacheEntity {
        @ManyToOne(fetch = FetchType.LAZY)
        public Owner owner;
    }

    @Entity
    public static class Owner extends PanacheEntity {
        public String name;
    }

    @Inject
    Db db;

    @Inject
    SessionFactory factory;

    private Long id;
    private Statistics statistics;

    @BeforeEach
    void oneTask() {
        id = db.call(UnitOfWorkOptions.defaults().commitOnSuccess(), () -> {
            Task task = new Task();
            task.owner = new Owner();
            task.owner.name = "ann";
            db.add(task.owner, task);
            return task.id;
        });
        statistics = factory.getStatistics();
        statistics.clear();
    }

    @Test
    void fetchJoinSendsOneStatement() {
        String name = db.call(() -> db.oneOr404(db.query(Task.class, "from " + Task.class.getName()
                + " t join fetch t.owner where t.id = ?1", id)).owner.name);
        assertThat(name).isEqualTo("ann");
        assertThat(statistics.getPrepareStatementCount()).isEqualTo(1);
    }

    @Test
    void lazyLoadingSendsTwoStatements() {
        db.run(() -> assertThat(db.getOr404(Task.class, id).owner.name).isEqualTo("ann"));
        assertThat(statistics.getPrepareStatementCount()).isEqualTo(2);
    }

    /** The second look-up of an id is answered by the session. */
    @Test
    void loadedEntityIsNotReadAgain() {
        db.run(() -> assertThat(db.get(Task.class, id)).isSameAs(db.getOr404(Task.class, id)));
        assertThat(statistics.getPrepareStatementCount()).isEqualTo(1);
    }
}
