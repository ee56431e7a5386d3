package io.quarkiverse.binds.test.session;

import java.io.IOException;

import io.quarkiverse.binds.Db;

/** What a unit of work can do, and how it can end. The name is that of the note it leaves, or should not leave. */
public enum Deed {

    COMMIT(true) {
        @Override
        void doIt(Db db, String name) {
            db.add(new Note(name), new Entry(name));
            db.commit();
        }
    },
    FLUSH(false) {
        @Override
        void doIt(Db db, String name) {
            flushed(db, name);
        }
    },
    ROLLBACK(false) {
        @Override
        void doIt(Db db, String name) {
            flushed(db, name);
            db.rollback();
        }
    },
    THROW_BEFORE_FLUSH(false) {
        @Override
        void doIt(Db db, String name) {
            db.add(new Entry(name));
            throw new IllegalStateException("before the flush");
        }
    },
    THROW_AFTER_FLUSH(false) {
        @Override
        void doIt(Db db, String name) {
            flushed(db, name);
            throw new IllegalStateException("after the flush");
        }
    },
    THROW_CHECKED(false) {
        @Override
        void doIt(Db db, String name) throws IOException {
            flushed(db, name);
            throw new IOException("checked");
        }
    },
    THROW_AFTER_COMMIT(true) {
        @Override
        void doIt(Db db, String name) {
            db.add(new Note(name), new Entry(name));
            db.commit();
            db.add(new Note(name + "-2"));
            db.flush();
            throw new IllegalStateException("after the commit");
        }
    },
    VIOLATE(false) {
        @Override
        void doIt(Db db, String name) {
            db.add(new Entry(name), new Note(null));
            db.commit();
        }
    };

    private final boolean keeps;

    Deed(boolean keeps) {
        this.keeps = keeps;
    }

    private static void flushed(Db db, String name) {
        db.add(new Note(name), new Entry(name));
        db.flush();
    }

    /** Whether its rows are there afterwards. */
    public boolean keeps() {
        return keeps;
    }

    abstract void doIt(Db db, String name) throws Exception;
}
