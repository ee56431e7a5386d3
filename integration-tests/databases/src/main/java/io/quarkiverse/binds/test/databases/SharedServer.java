package io.quarkiverse.binds.test.databases;

import java.util.function.Supplier;

/**
 * Server that all tests of a JVM share. Quarkus loads test classes in several class loaders, so a static field would lead
 * to several servers: system properties hold its address, and an interned string is the lock.
 */
final class SharedServer {

    private static final String PREFIX = "io.quarkiverse.binds.test.databases.shared.";

    private SharedServer() {
    }

    static DatabaseServer get(Kind kind, Supplier<DatabaseServer> start) {
        synchronized (PREFIX.intern()) {
            DatabaseServer known = known(kind);
            if (known != null && known.backend().admin().listens()) {
                return known;
            }
            DatabaseServer server = start.get();
            remember(kind, server);
            return known(kind);
        }
    }

    private static void remember(Kind kind, DatabaseServer server) {
        Admin admin = server.backend().admin();
        set(kind, "host", admin.endpoint().host());
        set(kind, "port", String.valueOf(admin.endpoint().port()));
        set(kind, "parameters", admin.endpoint().parameters());
        set(kind, "admin.user", admin.login().user());
        set(kind, "admin.password", admin.login().password());
        set(kind, "user", server.login().user());
        set(kind, "password", server.login().password());
        set(kind, "way", server.backend().way());
        set(kind, "description", server.description());
    }

    private static DatabaseServer known(Kind kind) {
        if (get(kind, "description") == null) {
            return null;
        }
        Endpoint endpoint = new Endpoint(kind, get(kind, "host"), Integer.parseInt(get(kind, "port")), get(kind, "parameters"));
        Admin admin = new Admin(endpoint, new Login(get(kind, "admin.user"), get(kind, "admin.password")));
        return new DatabaseServer(new SharedBackend(admin, get(kind, "way")),
                new Login(get(kind, "user"), get(kind, "password")),
                get(kind, "description"));
    }

    /** Forgets the server, so that the look-up is repeated; the server runs until the JVM ends. */
    static void forget(Kind kind) {
        synchronized (PREFIX.intern()) {
            System.clearProperty(PREFIX + kind.id() + ".description");
        }
    }

    private static void set(Kind kind, String name, String value) {
        System.setProperty(PREFIX + kind.id() + "." + name, value);
    }

    private static String get(Kind kind, String name) {
        return System.getProperty(PREFIX + kind.id() + "." + name);
    }

    /** Server with other users. */
    private record SharedBackend(Admin admin, String way) implements Backend {

        @Override
        public void stop() {
            throw refusal();
        }

        @Override
        public void startAgain() {
            throw refusal();
        }

        @Override
        public void killHard() {
            throw refusal();
        }

        @Override
        public void close() {
            // ended with the JVM
        }

        private UnsupportedOperationException refusal() {
            return new UnsupportedOperationException(
                    "The shared server (" + way + ") is not stopped or started by a test: ask for a private one with start()");
        }
    }
}
