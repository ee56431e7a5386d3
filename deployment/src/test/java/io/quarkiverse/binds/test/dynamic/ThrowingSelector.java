package io.quarkiverse.binds.test.dynamic;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;

import io.quarkiverse.binds.DatabaseSelector;

/** Selector that throws outside of a REST request, in several ways. */
@Singleton
public class ThrowingSelector implements DatabaseSelector {

    enum How {
        HEADERS,
        NULL_POINTER,
        APPLICATION,
        ERROR,
        BAD_KEY
    }

    static final class NotLoggedIn extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    static volatile How how = How.HEADERS;

    @Inject
    HttpHeaders headers;

    @Override
    public String select(String bind) {
        String nothing = null;
        return switch (how) {
            case HEADERS -> headers.getHeaderString("X-Db");
            case NULL_POINTER -> nothing.strip();
            case APPLICATION -> throw new NotLoggedIn();
            case ERROR -> throw new NoClassDefFoundError("org/acme/Header");
            case BAD_KEY -> "../etc";
        };
    }
}
