package io.quarkiverse.binds.test.session;

import java.io.IOException;

import io.quarkiverse.binds.Db;

/** Work of a unit of work and its end. Its rows have the name that the test passes. */
public enum WorkScenario {

    COMMIT(true) {
        @Override
        void run(Db db, String name) {
            db.add(new Note(name), new Entry(name));
            db.commit();
        }
    },
    FLUSH(false) {
        @Override
        void run(Db db, String name) {
            flushed(db, name);
        }
    },
    ROLLBACK(false) {
        @Override
        void run(Db db, String name) {
            flushed(db, name);
            db.rollback();
        }
    },
    THROW_BEFORE_FLUSH(false) {
        @Override
        void run(Db db, String name) {
            db.add(new Entry(name));
            throw new IllegalStateException("before the flush");
        }
    },
    THROW_AFTER_FLUSH(false) {
        @Override
        void run(Db db, String name) {
            flushed(db, name);
            throw new IllegalStateException("after the flush");
        }
    },
    THROW_CHECKED(false) {
        @Override
        void run(Db db, String name) throws IOException {
            flushed(db, name);
            throw new IOException("checked");
        }
    },
    THROW_AFTER_COMMIT(true) {
        @Override
        void run(Db db, String name) {
            db.add(new Note(name), new Entry(name));
            db.commit();
            db.add(new Note(name + "-2"));
            db.flush();
            throw new IllegalStateException("after the commit");
        }
    },
    VIOLATE(false) {
        @Override
        void run(Db db, String name) {
            db.add(new Entry(name), new Note(null));
            db.commit();
        }
    };

    private final boolean keeps;

    WorkScenario(boolean keeps) {
        this.keeps = keeps;
    }

    private static void flushed(Db db, String name) {
        db.add(new Note(name), new Entry(name));
        db.flush();
    }

    /** Returns whether its rows are stored afterwards. */
    public boolean keeps() {
        return keeps;
    }

    abstract void run(Db db, String name) throws Exception;
}
