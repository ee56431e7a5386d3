package io.quarkiverse.binds.test.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Destroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.Entity;
import jakarta.transaction.TransactionScoped;
import jakarta.transaction.Transactional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.Db;
import io.quarkus.hibernate.orm.panache.PanacheEntity;
import io.quarkus.test.QuarkusUnitTest;

/** L17: time of a transactional observer's call, in a unit of work with and without a begun transaction. */
class TransactionalObserverTest {

    @RegisterExtension
    static final QuarkusUnitTest test = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Leaf.class, Sent.class, Observer.class, Sender.class))
            .overrideConfigKey("quarkus.binds.url", "h2:mem:transactional-observer")
            .overrideConfigKey("quarkus.binds.schema", "drop-and-create");

    @Entity(name = "ObservedLeaf")
    public static class Leaf extends PanacheEntity {
    }

    record Sent(String text) {
    }

    @Singleton
    public static class Observer {

        final List<String> seen = new ArrayList<>();

        void success(@Observes(during = TransactionPhase.AFTER_SUCCESS) Sent sent) {
            seen.add(sent.text());
        }

        void begun(@Observes @Initialized(TransactionScoped.class) Object event) {
            seen.add("begun");
        }

        void ended(@Observes @Destroyed(TransactionScoped.class) Object event) {
            seen.add("ended");
        }
    }

    @ApplicationScoped
    public static class Sender {

        @Inject
        Event<Sent> event;

        @Inject
        Observer observer;

        @Transactional
        public List<String> send(String text) {
            event.fire(new Sent(text));
            return List.copyOf(observer.seen);
        }
    }

    @Inject
    Db db;

    @Inject
    Event<Sent> event;

    @Inject
    Observer observer;

    @Inject
    Sender sender;

    @Test
    void observerIsCalledAfterCommitOfBegunTransaction() {
        db.run(() -> {
            Leaf.count();
            event.fire(new Sent("after a read"));
            assertThat(observer.seen).doesNotContain("after a read");
            db.commit();
            assertThat(observer.seen).contains("after a read");
        });
    }

    @Test
    void observerIsNotCalledAfterRollback() {
        db.run(() -> {
            Leaf.count();
            event.fire(new Sent("rolled back"));
            db.rollback();
            db.commit();
        });
        assertThat(observer.seen).doesNotContain("rolled back");
    }

    /** CDI calls the observer at once if no transaction is active; the page of the unit of work says so. */
    @Test
    void observerIsCalledAtOnceBeforeTheFirstUse() {
        db.run(() -> {
            event.fire(new Sent("first"));
            assertThat(observer.seen).contains("first");
            Leaf.count();
            db.rollback();
        });
    }

    /** The observers make the unit of work begin its transactions at Quarkus's transaction manager, which tells them. */
    @Test
    void observersOfTheTransactionScopeAreToldOfEachTransaction() {
        db.run(() -> {
            observer.seen.clear();
            Leaf.count();
            assertThat(observer.seen).containsExactly("begun");
            db.commit();
            assertThat(observer.seen).containsExactly("begun", "ended");
            Leaf.count();
            db.rollback();
            assertThat(observer.seen).containsExactly("begun", "ended", "begun", "ended");
        });
    }

    @Test
    void observerIsCalledAfterTransactionalMethod() {
        db.run(() -> assertThat(sender.send("transactional")).doesNotContain("transactional"));
        assertThat(observer.seen).contains("transactional");
    }
}
