package io.quarkiverse.binds.test.observability;

import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.hibernate.Session;

import io.quarkiverse.binds.CommitPolicy;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.UnitOfWork;
import io.quarkiverse.binds.UnitOfWorkOptions;
import io.quarkiverse.binds.test.observability.ChangeWatcher.Scenario;
import io.quarkiverse.binds.test.observability.ChangeWatcher.Watch;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** The ways to end a transaction, and what observers do at its end. */
@ApplicationScoped
public class CommitScenarios {

    @Inject
    Db db;

    @Inject
    Methods methods;

    @Inject
    ChangeScenarios changes;

    Map<String, Scenario> all() {
        Map<String, Scenario> all = new TreeMap<>();
        all.put("two-binds", this::twoBinds);
        all.put("rollback", this::rollback);
        all.put("exception", this::exception);
        all.put("inner", this::innerUnitOfWork);
        all.put("requires-new", this::requiresNew);
        all.put("closed-session", watch -> closedSession(false));
        all.put("closed-session-flushed", watch -> closedSession(true));
        all.put("user-transaction", this::userTransaction);
        all.put("transactional", this::transactional);
        all.put("failed-transactional", this::failedTransactional);
        all.put("no-unit-of-work", watch -> withoutUnitOfWork(watch, () -> methods.addItem("plain")));
        all.put("no-unit-of-work-fails", watch -> withoutUnitOfWork(watch, () -> methods.addItemAndFail("plain")));
        all.put("no-unit-of-work-refused", this::refusedWithoutUnitOfWork);
        all.put("no-unit-of-work-writes", this::observerWritesWithoutUnitOfWork);
        all.put("no-unit-of-work-reads-after", this::observerReadsAfterWithoutUnitOfWork);
        all.put("retry", this::retry);
        all.put("partial", this::partialCommit);
        all.put("unknown", this::unknownOutcome);
        all.put("before-writes", this::observerWrites);
        all.put("before-fails", this::observerFails);
        all.put("before-loops", this::observerLoops);
        all.put("before-commits", this::observerCommits);
        all.put("before-rolls-back", this::observerRollsBack);
        all.put("after-fails", this::laterObserverFails);
        all.put("after-reads", this::laterObserverReads);
        all.put("after-loops", this::laterObserverLoops);
        return all;
    }

    /** Methods that are intercepted. */
    @ApplicationScoped
    static class Methods {

        @Inject
        Db db;

        @Transactional
        void addItem(String name) {
            db.add(ChangeScenarios.item(name));
        }

        @Transactional
        void addItemAndFail(String name) {
            addItem(name);
            db.flush();
            throw new IllegalArgumentException("failed");
        }

        @Transactional(TxType.REQUIRES_NEW)
        void addItemApart(String name) {
            db.add(ChangeScenarios.item(name));
        }

        @UnitOfWork(commit = CommitPolicy.ON_SUCCESS)
        void addItemOnSuccess(String name) {
            db.add(ChangeScenarios.item(name));
        }
    }

    private static Book book(String title) {
        Book book = new Book();
        book.title = title;
        return book;
    }

    private void twoBinds(Watch watch) {
        db.add(ChangeScenarios.item("lamp"), book("Tales"));
        db.commit();
    }

    private void rollback(Watch watch) {
        db.add(ChangeScenarios.item("lost"));
        db.flush();
        db.session("stock").createMutationQuery("update Item set amount = 1 where name = 'lost'").executeUpdate();
        db.rollback();
        db.commit();
        db.add(ChangeScenarios.item("kept"));
        db.commit();
    }

    private void exception(Watch watch) {
        db.run(() -> {
            db.add(ChangeScenarios.item("lost"));
            db.flush();
            throw new IllegalArgumentException("work failed");
        });
    }

    private void innerUnitOfWork(Watch watch) {
        db.add(ChangeScenarios.item("outer"));
        db.flush();
        db.run(UnitOfWorkOptions.defaults().commitOnSuccess(), () -> db.add(ChangeScenarios.item("inner")));
        db.run(() -> {
            db.add(ChangeScenarios.item("uncommitted"));
            db.flush();
        });
        watch.add("outer commits");
        db.commit();
    }

    /** A session that the application opens and closes itself, within the transaction of the unit of work. */
    private void closedSession(boolean flushed) {
        db.session("stock").createQuery("from Item where id = -1", Item.class).getResultList(); // begins the transaction
        Session opened = db.session("stock").getSessionFactory().openSession();
        opened.persist(ChangeScenarios.item("own"));
        if (flushed) {
            opened.flush();
        }
        opened.close();
        db.commit();
    }

    private void requiresNew(Watch watch) {
        db.add(ChangeScenarios.item("outer"));
        db.flush();
        methods.addItemApart("apart");
        watch.add("outer commits");
        db.commit();
    }

    private void userTransaction(Watch watch) {
        db.add(ChangeScenarios.item("outer"));
        QuarkusTransaction.begin();
        db.add(ChangeScenarios.item("by hand"));
        QuarkusTransaction.commit();
        QuarkusTransaction.begin();
        db.add(ChangeScenarios.item("lost"));
        db.flush();
        QuarkusTransaction.rollback();
        watch.add("outer commits");
        db.commit();
    }

    private void transactional(Watch watch) {
        methods.addItem("transactional");
        methods.addItemOnSuccess("on success");
    }

    private void failedTransactional(Watch watch) {
        db.add(ChangeScenarios.item("outer"));
        try {
            methods.addItemAndFail("inner");
        } catch (IllegalArgumentException e) {
            watch.add("caught");
        }
        db.commit();
    }

    /** Runs on a thread that has no unit of work. */
    private static void withoutUnitOfWork(Watch watch, Runnable work) throws InterruptedException {
        Thread thread = new Thread(() -> ChangeWatcher.watching(watch, () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                watch.add(e.getClass().getSimpleName() + ": "
                        + (e.getCause() == null ? e.getMessage() : e.getCause().getMessage()));
            }
        }));
        thread.start();
        thread.join();
    }

    private void refusedWithoutUnitOfWork(Watch watch) throws InterruptedException {
        watch.beforeItems = event -> {
            throw new IllegalStateException("refused");
        };
        withoutUnitOfWork(watch, () -> methods.addItem("refused"));
        watch.add("stored " + db.query(Item.class, "name = 'refused'").getResultCount());
    }

    private void observerWritesWithoutUnitOfWork(Watch watch) throws InterruptedException {
        watch.beforeItems = event -> {
            watch.beforeItems = later -> {
            };
            ((Item) event.changes().get(0).entity()).amount = 5;
            db.add(book("by observer"));
        };
        withoutUnitOfWork(watch, () -> methods.addItem("plain"));
        watch.add(
                "amount " + db.query(Item.class, "name = 'plain' order by id desc").setMaxResults(1).getSingleResult().amount);
    }

    private void observerReadsAfterWithoutUnitOfWork(Watch watch) throws InterruptedException {
        watch.afterItems = event -> watch.add("in use " + connectionsInUse() + ", found " + db.<Long, RuntimeException> call(
                () -> db.session("stock").createSelectionQuery("select count(*) from Item where id = ?1", Long.class)
                        .setParameter(1, event.changes().get(0).id()).getSingleResult()));
        withoutUnitOfWork(watch, () -> methods.addItem("plain"));
    }

    private long connectionsInUse() {
        return db.bind("stock").pool().active();
    }

    private void retry(Watch watch) {
        int[] runs = { 0 };
        db.run(UnitOfWorkOptions.defaults().retries(1).commitOnSuccess(), () -> {
            runs[0]++;
            db.add(ChangeScenarios.item("run " + runs[0]));
            db.flush();
            if (runs[0] == 1) {
                throw new OptimisticLockException("lost");
            }
        });
    }

    private void partialCommit(Watch watch) {
        db.add(book("committed"));
        db.flush();
        db.add(ChangeScenarios.item("lost"));
        db.flush();
        watch.beforeItems = event -> killConnection("stock");
        db.commit();
    }

    private void unknownOutcome(Watch watch) {
        db.add(ChangeScenarios.item("lost"));
        watch.beforeItems = event -> killConnection("stock");
        db.commit();
    }

    private void killConnection(String bind) {
        long id = db.bind(bind).sql("select connection_id()").one(Long.class);
        db.run(() -> db.bind(bind).sql("kill " + id).update());
    }

    private void observerWrites(Watch watch) {
        watch.beforeItems = event -> {
            watch.beforeItems = later -> {
            };
            ((Item) event.changes().get(0).entity()).amount = 9;
            db.add(book("by observer"));
        };
        Item item = ChangeScenarios.item("lamp");
        db.add(item);
        db.flush();
        db.commit();
        watch.add("amount " + db.<Integer, RuntimeException> call(() -> db.get(Item.class, item.id).amount));
    }

    private void observerFails(Watch watch) {
        watch.beforeItems = event -> {
            throw new IllegalStateException("refused");
        };
        Item item = ChangeScenarios.item("refused");
        db.add(item);
        try {
            db.commit();
        } finally {
            watch.add("stored " + (db.get(Item.class, item.id) != null));
        }
    }

    private void observerLoops(Watch watch) {
        watch.beforeItems = event -> db.add(ChangeScenarios.item("more"));
        db.add(ChangeScenarios.item("first"));
        try {
            db.commit();
        } finally {
            watch.lines().removeIf(line -> line.startsWith("before"));
        }
    }

    private void observerCommits(Watch watch) {
        watch.beforeItems = event -> {
            watch.beforeItems = later -> {
            };
            db.add(book("one"));
            db.commit();
            methods.addItem("two");
            methods.addItemOnSuccess("three");
            watch.add("commits");
        };
        db.add(ChangeScenarios.item("first"));
        db.commit();
    }

    private void observerRollsBack(Watch watch) {
        watch.beforeItems = event -> db.rollback();
        db.add(ChangeScenarios.item("first"));
        db.commit();
    }

    private void laterObserverFails(Watch watch) {
        watch.afterItems = event -> {
            throw new IllegalStateException("too late");
        };
        Item item = ChangeScenarios.item("lamp");
        db.add(item);
        db.commit();
        watch.add("stored " + (db.<Item, RuntimeException> call(() -> db.get(Item.class, item.id)) != null));
    }

    private void laterObserverReads(Watch watch) {
        watch.afterItems = event -> watch.add("in use " + connectionsInUse() + ", transaction "
                + QuarkusTransaction.isActive() + ", found "
                + db.query(Item.class, "id = ?1", event.changes().get(0).id()).getResultList().size());
        db.add(ChangeScenarios.item("lamp"));
        db.commit();
    }

    private void laterObserverLoops(Watch watch) {
        watch.afterItems = event -> db.run(UnitOfWorkOptions.defaults().commitOnSuccess(),
                () -> db.add(ChangeScenarios.item("again")));
        db.add(ChangeScenarios.item("first"));
        db.commit();
        long items = watch.lines().stream().filter(line -> line.startsWith("items")).count();
        watch.lines().clear();
        watch.add("observed " + items);
    }
}
