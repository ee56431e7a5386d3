package io.quarkiverse.binds.test.support;

import java.io.IOException;

/** Exceptions and errors that application code throws, checked ones included. */
public enum Thrown {

    ASSERTION_ERROR {
        @Override
        public void now() {
            throw new AssertionError("There is no papyrus");
        }
    },
    STACK_OVERFLOW {
        @Override
        public void now() {
            now();
        }
    },
    NO_CLASS {
        @Override
        public void now() {
            throw new NoClassDefFoundError("org/acme/Papyrus");
        }
    },
    SNEAKY_CHECKED {
        @Override
        public void now() {
            Thrown.<RuntimeException> sneaky(new IOException("There is no papyrus"));
        }
    },
    WITHOUT_WORDS {
        @Override
        public void now() {
            throw new IllegalStateException();
        }
    };

    public abstract void now();

    @SuppressWarnings("unchecked")
    private static <X extends Throwable> void sneaky(Throwable e) throws X {
        throw (X) e;
    }
}
