package io.quarkiverse.binds.test.session;

import java.util.List;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.eclipse.microprofile.context.ManagedExecutor;
import org.hibernate.Session;
import org.jboss.logging.Logger;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.CommitOutcomeUnknownException;
import io.quarkiverse.binds.CommitPolicy;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.Isolation;
import io.quarkiverse.binds.PartialCommitException;
import io.quarkiverse.binds.UnitOfWork;
import io.quarkiverse.binds.UnitOfWorkOptions;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.quarkus.scheduler.Scheduled;

/** Examples of the guide's pages about the session and about transactions; a test compares them with the pages. */
@ApplicationScoped
public class Recipes {

    private static final Logger LOG = Logger.getLogger(Recipes.class);

    @Inject
    Db db;

    @Inject
    @PersistenceUnit("ledger")
    Session ledger;

    @Inject
    ManagedExecutor executor;

    // session.adoc

    @UnitOfWork
    public void keepBoth(String name) {
        db.add(new Note(name), new Entry(name));
        db.commit();
    }

    @Scheduled(cron = "0 0 3 * * ?")
    @UnitOfWork
    void forget() {
        db.bind("ledger").sql("delete from entry where text like ?", "forget %").update();
        db.commit();
    }

    public Long keep(String name) {
        return db.call(() -> {
            Note note = new Note(name);
            db.add(note);
            db.commit();
            return note.id;
        });
    }

    public int changeTwice(String name) {
        Note note = new Note(name);
        db.add(note);
        db.commit();
        note.amount = 2; // still managed: the next commit writes it
        db.commit();
        return note.version;
    }

    public void threeWays(String name) {
        new Note(name).persist(); // Panache
        ledger.persist(new Entry(name)); // the injected session of a bind
        db.add(new Note(name + "-2"));
        db.commit(); // commits all three
    }

    public Long inAnotherThread(String name) {
        return executor.supplyAsync(() -> db.call(() -> {
            Note note = new Note(name);
            db.add(note);
            db.commit();
            return note.id;
        })).join();
    }

    // transactions.adoc

    public void both(String name, Runnable between) {
        db.add(new Note(name), new Entry(name));
        db.flush();
        between.run();
        try {
            db.commit();
        } catch (PartialCommitException e) {
            LOG.errorf("Committed in %s, rolled back in %s, unknown in %s", e.committed(), e.rolledBack(), e.unknown());
            throw e;
        }
    }

    @Transactional
    public void transactional(String name) {
        db.add(new Note(name), new Entry(name));
    } // the end of the method commits both

    public void withTrace(String name) {
        db.run(() -> {
            db.add(new Entry("trying " + name));
            db.commit(); // kept, whatever becomes of the rest
        });
        db.add(new Note(name));
        db.commit();
    }

    @UnitOfWork(commit = CommitPolicy.ON_SUCCESS)
    public void onSuccess(String name) {
        db.add(new Note(name));
    }

    @UnitOfWork(isolation = Isolation.SERIALIZABLE)
    public String serializable() {
        return db.bind(Bind.DEFAULT).sql("select @@transaction_isolation").one(String.class);
    }

    public String readCommitted() {
        return db.call(UnitOfWorkOptions.defaults().isolation(Isolation.READ_COMMITTED),
                () -> db.bind(Bind.DEFAULT).sql("select @@transaction_isolation").one(String.class));
    }

    @UnitOfWork(retries = 3)
    public void addOne(String name) {
        Note note = db.query(Note.class, "name = ?1", name).getSingleResult();
        note.amount++;
        db.commit();
    }

    @UnitOfWork(retries = 3, idempotent = true)
    public void set(String name, int amount) {
        Note note = db.query(Note.class, "name = ?1", name).getSingleResult();
        note.amount = amount; // the same, however often it runs
        db.commit();
    }

    public void askFirst(String name) {
        try {
            db.add(new Note(name));
            db.commit();
        } catch (CommitOutcomeUnknownException e) {
            if (db.query(Note.class, "name = ?1", name).getResultList().isEmpty()) {
                throw e; // it was not committed
            }
        }
    }

    public record Total(String name, long amount) {
    }

    @UnitOfWork(readOnly = true)
    public List<Total> totals(String prefix) {
        return db.bind(Bind.DEFAULT)
                .sql("select name, sum(amount) as amount from note where name like ? group by name order by name", prefix + "%")
                .list(Total.class);
    }

    /** D1. */
    public Long idBeforeCommit(String name) {
        Note note = new Note(name);
        db.add(note);
        db.flush();
        return note.id; // set, though nothing is committed
    }

    /** D2. */
    public List<Long> lostId(String first, String second) {
        Note lost = new Note(first);
        db.add(lost);
        db.flush();
        db.rollback();

        Note kept = new Note(second);
        db.add(kept);
        db.commit();
        return List.of(lost.id, kept.id); // the id of the lost row is not given again
    }

    /** D3. */
    public List<Long> seenInside(String name) {
        db.add(new Note(name));
        long byQuery = db.query(Note.class, "name = ?1", name).getResultCount();
        long bySql = db.bind(Bind.DEFAULT).sql("select count(*) from note where name = ?", name).one(Long.class);
        return List.of(byQuery, bySql); // 1, 1: both flush first
    }

    /** D4. */
    public List<Long> seenOutside(String name, Runnable peerCommits) {
        long before = count(name); // 0: the peer has inserted the row and not committed
        peerCommits.run();
        long after = count(name); // 0: this transaction goes on reading its snapshot
        db.rollback();
        long inTheNext = count(name); // 1
        return List.of(before, after, inTheNext);
    }

    private long count(String name) {
        return db.query(Note.class, "name = ?1", name).getResultCount();
    }

    /** D5. */
    public void commitAlone(String name) {
        db.add(new Note(name));
        db.commit(); // flushes, commits, and ends the transaction
    }

    /** D6. */
    public Long idInAnotherRow(String name, boolean good) {
        Note note = new Note(name);
        db.add(note);
        db.flush(); // gives the id, and the transaction goes on
        db.add(new Entry("note " + note.id));
        if (good) {
            db.commit(); // both rows
        } else {
            db.rollback(); // neither
        }
        return note.id;
    }

    /** E3. */
    public void letGoSoon(Long id, Consumer<Note> change, Runnable slowWork) {
        Note note = db.get(Note.class, id, LockModeType.PESSIMISTIC_WRITE);
        change.accept(note);
        db.commit(); // the lock is released here
        slowWork.run();
    }

    /** E4. */
    public void holdToTheEnd(Long id, Runnable slowWork) {
        Note note = db.get(Note.class, id, LockModeType.PESSIMISTIC_WRITE);
        note.amount = 1;
        db.flush(); // not a commit: the row stays locked
        slowWork.run();
        note.amount += 10;
        db.commit();
    }
}
