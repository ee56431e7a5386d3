package io.quarkiverse.binds.test.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.NoUnitOfWorkException;
import io.quarkiverse.binds.UnitOfWork;
import io.quarkiverse.binds.test.App;
import io.quarkus.hibernate.orm.panache.PanacheEntity;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.TestTransaction;

/** C5: in a test, {@code @TestTransaction} also rolls back commits of the code under test, and a test may run units of work. */
class TestTransactionTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.url=h2:mem:test-transaction;DB_CLOSE_DELAY=-1
            quarkus.binds.schema=drop-and-create
            """, Thing.class, Things.class);

    @Entity
    public static class Thing extends PanacheEntity {
        public String name;
    }

    @ApplicationScoped
    public static class Things {

        @Inject
        Db db;

        @UnitOfWork
        public Thing make(String name) {
            Thing thing = new Thing();
            thing.name = name;
            db.add(thing);
            db.commit();
            return thing;
        }

        @Transactional
        public void makeInTransaction(String name) {
            make(name);
        }
    }

    @Inject
    Db db;

    @Inject
    Things things;

    private static long count;

    @BeforeEach
    void before() {
        count = db.call(() -> Thing.count());
    }

    @AfterEach
    void nothingIsLeft() {
        assertThat(db.<Long, RuntimeException> call(() -> Thing.count())).isEqualTo(count);
    }

    @Test
    @TestTransaction
    void commitIsAFlush() {
        Thing thing = things.make("flushed");
        assertThat(thing.id).isNotNull();
        assertThat(Thing.count()).isEqualTo(count + 1);
        assertThat(db.get(Thing.class, thing.id)).isSameAs(thing);
        assertThat(db.bind("<default>").sql("select count(*) from Thing").one(Long.class)).isEqualTo(count + 1);
    }

    /** A commit inside {@code @Transactional} is refused, since that transaction is not rolled back. */
    @Test
    void commitInTransactionalMethodIsRefused() {
        assertThatThrownBy(() -> things.makeInTransaction("refused")).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("@Transactional").hasMessageContaining("db.run(...)");
    }

    /** A test method is no unit of work, although a request context is active in it. */
    @Test
    void testWithoutUnitOfWorkIsPointedToIt() {
        assertThatThrownBy(() -> db.get(Thing.class, 1L)).isInstanceOf(NoUnitOfWorkException.class);
        assertThatThrownBy(() -> db.commit()).isInstanceOf(NoUnitOfWorkException.class);
        assertThatThrownBy(() -> db.session()).isInstanceOf(NoUnitOfWorkException.class);
    }

    @Test
    @UnitOfWork
    void testMethodCanBeUnitOfWork() {
        Thing thing = new Thing();
        db.add(thing);
        db.flush();
        assertThat(Thing.count()).isEqualTo(count + 1);
    }
}
