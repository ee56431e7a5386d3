package io.quarkiverse.binds.test.twophase;

import java.io.IOException;

import io.quarkiverse.binds.Db;

/** Work of a request with its two binds, with one of them, or with a third one that takes no part in two-phase commit. */
public enum WorkScenario {

    COMMIT(true) {
        @Override
        void run(Db db, Barrier barrier, String name) {
            both(db, name);
            db.commit();
        }
    },
    COMMIT_TWICE(true) {
        @Override
        void run(Db db, Barrier barrier, String name) {
            db.add(new Payment(name));
            db.commit();
            db.add(new Booking(name));
            db.commit();
        }
    },
    READ(false) {
        @Override
        void run(Db db, Barrier barrier, String name) {
            db.query(Payment.class, "name = ?1", name).getResultList();
            db.query(Booking.class, "name = ?1", name).getResultList();
        }
    },
    ROLLBACK(false) {
        @Override
        void run(Db db, Barrier barrier, String name) {
            both(db, name);
            db.flush();
            db.rollback();
        }
    },
    THROW(false) {
        @Override
        void run(Db db, Barrier barrier, String name) throws IOException {
            both(db, name);
            db.flush();
            throw new IOException("after the flush");
        }
    },
    FLUSH(false) {
        @Override
        void run(Db db, Barrier barrier, String name) {
            both(db, name);
            db.flush();
        }
    },
    VIOLATE(false) {
        @Override
        void run(Db db, Barrier barrier, String name) {
            db.add(new Payment(name), new Booking(null));
            db.commit();
        }
    },
    HELD(false) {
        @Override
        void run(Db db, Barrier barrier, String name) throws InterruptedException {
            both(db, name);
            db.flush();
            barrier.pass(name);
            db.commit();
        }
    },
    ONE_HELD(false) {
        @Override
        void run(Db db, Barrier barrier, String name) throws InterruptedException {
            db.add(new Booking(name));
            db.flush();
            barrier.pass(name);
            db.commit();
        }
    },
    ONE(false) {
        @Override
        void run(Db db, Barrier barrier, String name) {
            db.add(new Booking(name));
            db.commit();
        }
    },
    WITH_PLAIN(true) {
        @Override
        void run(Db db, Barrier barrier, String name) {
            both(db, name);
            db.add(new Receipt(name));
            db.commit();
        }
    },
    WITH_PLAIN_HELD(false) {
        @Override
        void run(Db db, Barrier barrier, String name) throws InterruptedException {
            both(db, name);
            db.add(new Receipt(name));
            db.flush();
            barrier.pass(name);
            db.commit();
        }
    };

    private final boolean keeps;

    WorkScenario(boolean keeps) {
        this.keeps = keeps;
    }

    private static void both(Db db, String name) {
        db.add(new Payment(name), new Booking(name));
    }

    /** Returns whether its payment and its booking are stored afterwards. */
    public boolean keeps() {
        return keeps;
    }

    abstract void run(Db db, Barrier barrier, String name) throws Exception;
}
