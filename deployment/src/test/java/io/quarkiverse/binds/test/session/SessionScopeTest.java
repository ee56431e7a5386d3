package io.quarkiverse.binds.test.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;

import org.hibernate.Session;
import org.hibernate.engine.spi.SessionImplementor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.BeforeModelsCommitted;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.ModelsCommitted;
import io.quarkiverse.binds.SessionScope;
import io.quarkiverse.binds.UnitOfWorkOptions;
import io.quarkiverse.binds.test.App;
import io.quarkus.hibernate.orm.panache.PanacheEntity;
import io.quarkus.test.QuarkusUnitTest;

/** C6: a bean of the application selects the session. */
class SessionScopeTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.url=h2:mem:session-scope;DB_CLOSE_DELAY=-1
            quarkus.binds.schema=drop-and-create
            quarkus.binds.pool.size=3
            quarkus.binds.pool.max-overflow=0
            quarkus.binds.pool.timeout=1s
            """, Item.class, Scope.class, Watcher.class);

    @Entity
    public static class Item extends PanacheEntity {
        public String name;

        public static Item of(String name) {
            Item item = new Item();
            item.name = name;
            return item;
        }
    }

    @ApplicationScoped
    public static class Scope implements SessionScope {

        volatile Object key;
        volatile boolean counting;
        private int count;

        @Override
        public Object key() {
            return counting ? ++count : key;
        }

        public void use(Object next) {
            key = next;
        }

        public void count(boolean on) {
            counting = on;
        }
    }

    /** Notes changes while it is told to. */
    @ApplicationScoped
    public static class Watcher {

        @Inject
        Db db;

        volatile List<String> events;
        volatile String addition;

        void before(@Observes BeforeModelsCommitted event) {
            String name = addition;
            if (name != null) {
                addition = null;
                db.add(Item.of(name));
            }
        }

        void after(@Observes ModelsCommitted event) {
            if (events != null) {
                events.add(event.changes().stream().map(change -> ((Item) change.entity()).name).toList().toString());
                Item.count(); // uses the session of the key that is selected now
            }
        }

        List<String> watch(Runnable work) {
            List<String> noted = new CopyOnWriteArrayList<>();
            events = noted;
            work.run();
            events = null;
            return noted;
        }

        void add(String name) {
            addition = name;
        }
    }

    @Inject
    Watcher watcher;

    @Inject
    Db db;

    @Inject
    Session injected;

    @Inject
    Scope scope;

    @BeforeEach
    void usual() {
        scope.use(null);
        scope.count(false);
    }

    private String id() {
        return injected.unwrap(SessionImplementor.class).getSessionIdentifier().toString();
    }

    @Test
    void keyPerCallGivesSessionPerCall() {
        List<String> ids = new ArrayList<>();
        db.run(() -> {
            scope.count(true);
            for (int i = 0; i < 5; i++) {
                ids.add(id());
            }
            scope.count(false);
        });
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void eachKeyHasItsOwnSessionAndTransaction() {
        db.run(() -> {
            String usual = id();
            db.add(Item.of("of no key"));
            db.flush();
            scope.use("a");
            String a = id();
            assertThat(a).isNotEqualTo(usual);
            db.add(Item.of("of a"));
            db.commit();
            scope.use("b");
            assertThat(Item.count("name", "of a")).isEqualTo(1);
            assertThat(Item.count("name", "of no key")).isZero();
            scope.use("a");
            assertThat(id()).isEqualTo(a);
            scope.use(null);
            assertThat(id()).isEqualTo(usual);
            assertThat(Item.count("name", "of no key")).isEqualTo(1);
        });
        assertThat(db.<Long, RuntimeException> call(() -> Item.count("name", "of no key"))).as("not committed").isZero();
    }

    /** K23: the observer before the commit adds to the transaction that is committed, whichever key is selected. */
    @Test
    void commitOfEachKeyHasItsEvent() {
        List<String> events = watcher.watch(() -> db.run(UnitOfWorkOptions.defaults().commitOnSuccess(), () -> {
            db.add(Item.of("usual"));
            scope.use("other");
            db.add(Item.of("other"));
            scope.use("third");
            watcher.add("by observer");
        }));

        assertThat(events).containsExactly("[usual, by observer]", "[other]");
    }

    @Test
    void successCommitsAllSessionsAndReturnsConnections() {
        for (int i = 0; i < 4; i++) {
            int round = i;
            db.run(UnitOfWorkOptions.defaults().commitOnSuccess(), () -> {
                db.add(Item.of("first " + round));
                scope.use("other");
                db.add(Item.of("second " + round));
                scope.use("third");
                Item.count();
                scope.use(null);
            });
        }
        assertThat(
                db.<Long, RuntimeException> call(() -> Item.count("name like ?1", "%t %") + Item.count("name like ?1", "%d %")))
                .isEqualTo(8);
    }
}
