package io.quarkiverse.binds.test.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import jakarta.inject.Inject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.Attributes;
import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.Reads;
import io.quarkiverse.binds.UnitOfWorkOptions;
import io.quarkiverse.binds.test.App;
import io.quarkiverse.binds.test.dynamic.Remark;
import io.quarkiverse.binds.test.dynamic.ThreadSelector;
import io.quarkus.hibernate.orm.panache.PanacheEntity;
import io.quarkus.test.QuarkusUnitTest;

/** L19: which reads have a transaction, by the keys for all binds and for one bind, and by the options of the unit of work. */
class ConfiguredReadsTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.session.reads=statement
            quarkus.binds.url=h2:mem:reads;DB_CLOSE_DELAY=-1
            quarkus.binds.ledger.url=h2:mem:reads-ledger;DB_CLOSE_DELAY=-1
            quarkus.binds.ledger.reads=transaction
            quarkus.binds.users.url=h2:mem:reads-users;DB_CLOSE_DELAY=-1
            quarkus.binds.users.two-phase=true
            quarkus.binds.tenants.dynamic=true
            quarkus.binds.tenants.url=h2:mem:reads_{key};DB_CLOSE_DELAY=-1
            quarkus.binds."*".schema=create
            quarkus.transaction-manager.object-store.directory=target/object-store
            """, Remark.class, ThreadSelector.class);

    @Entity(name = "Note")
    public static class Note extends PanacheEntity {
        @Column(unique = true)
        public String text;
    }

    @Entity(name = "Entry")
    @Bind("ledger")
    public static class Entry extends PanacheEntity {
    }

    @Entity(name = "Member")
    @Bind("users")
    public static class Member extends PanacheEntity {
    }

    @Inject
    Db db;

    @Inject
    TransactionManager transactions;

    @BeforeEach
    void noRows() {
        db.run(() -> {
            Note.deleteAll();
            db.commit();
        });
    }

    private boolean hasTransaction() {
        try {
            return transactions.getStatus() != Status.STATUS_NO_TRANSACTION;
        } catch (SystemException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean begins(UnitOfWorkOptions options, Runnable read) {
        return db.call(options, () -> {
            read.run();
            return hasTransaction();
        });
    }

    @Test
    void keysOfAllBindsAndOfOneBindSetTheWay() {
        UnitOfWorkOptions defaults = UnitOfWorkOptions.defaults();

        assertThat(begins(defaults, () -> Note.count())).isFalse();
        assertThat(begins(defaults, () -> Entry.count())).isTrue();
        assertThat(begins(defaults, () -> Member.count())).as("two-phase").isTrue();
    }

    @Test
    void databaseOnTheFlyIsReadByStatementUntilTheFirstWrite() {
        ThreadSelector.choose("acme");
        try {
            db.run(() -> {
                assertThat(Remark.count()).isZero();
                assertThat(hasTransaction()).isFalse();
                db.bind("tenants").sql("insert into Remark (id, text) values (1, 'a')").update();
                assertThat(hasTransaction()).isTrue();
                assertThat(Remark.count()).isOne();
                db.rollback();
                assertThat(Remark.count()).isZero();
            });
        } finally {
            ThreadSelector.choose(null);
        }
    }

    @Test
    void optionsOfTheUnitOfWorkWin() {
        assertThat(begins(UnitOfWorkOptions.defaults().reads(Reads.TRANSACTION), () -> Note.count())).isTrue();
        assertThat(begins(UnitOfWorkOptions.defaults().reads(Reads.STATEMENT), () -> Entry.count())).isFalse();
    }

    /** A bind that is read in a transaction begins it for the others too. */
    @Test
    void transactionIsSharedByAllBinds() throws Exception {
        db.run(() -> {
            Entry.count();
            Note.count();
            assertThat(hasTransaction()).isTrue();
        });
    }

    @Test
    void rowFoundByKeyOrInsertedAfterReadIsStoredByCommit() {
        long id = db.call(() -> {
            assertThat(Note.count()).isZero();
            Note note = db.getOrCreate(Note.class, Attributes.of(Map.of("text", "a")), made -> {
            }).entity();
            db.commit();
            assertThat(Note.count()).isOne();
            assertThat(hasTransaction()).isFalse();
            return note.id;
        });
        assertThat(
                db.<Long, RuntimeException> call(() -> db.getOrCreate(Note.class, Attributes.of(Map.of("text", "a")), made -> {
                }).entity().id)).isEqualTo(id);
    }

    /** In a transaction too, an exception of a query rules out the commit. */
    @Test
    void failedQueryRulesOutTheCommit() {
        db.run(() -> {
            assertThatThrownBy(() -> db.session().createNativeQuery("select * from missing", Object.class).getResultList());
            assertThatThrownBy(db::commit).hasMessageContaining("rollback");
        });
    }

    /** The listing of the session, and so the identity of entities, is that of the unit of work. */
    @Test
    void entityIsTheSameInEachReadAndDetachedByRollback() {
        db.run(() -> {
            Note made = new Note();
            db.add(made);
            db.commit();
        });
        db.run(() -> {
            Note first = Note.findAll().firstResult();
            assertThat(Note.<Note> findById(first.id)).isSameAs(first);
            db.rollback();
            assertThat(db.session().contains(first)).isFalse();
            assertThat(Note.<Note> findById(first.id)).isNotSameAs(first);
        });
    }
}
