package io.quarkiverse.binds.test.databases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class SharedServerTest {

    @Test
    void serverIsSharedByAllClassLoaders() throws Exception {
        DatabaseServer server = MySql.shared();
        URL here = MySql.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader other = new URLClassLoader(new URL[] { here }, getClass().getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                synchronized (getClassLoadingLock(name)) {
                    if (!name.startsWith("io.quarkiverse.binds")) {
                        return super.loadClass(name, resolve);
                    }
                    Class<?> known = findLoadedClass(name);
                    return known == null ? findClass(name) : known;
                }
            }
        }) {
            Class<?> twin = other.loadClass(MySql.class.getName());
            assertNotSame(MySql.class, twin);
            Object again = twin.getMethod("shared").invoke(null);

            assertEquals(server.port(), again.getClass().getMethod("port").invoke(again));
            assertEquals(server.description(), again.toString());
        }
    }

    @Test
    void sharedServerCannotBeStopped() {
        DatabaseServer server = MySql.shared();

        assertTrue(assertThrows(UnsupportedOperationException.class, server::stop).getMessage().contains("start()"));
        assertThrows(UnsupportedOperationException.class, server::killHard);
        assertThrows(UnsupportedOperationException.class, server::startAgain);
        server.close();
        assertEquals(1, server.query("SELECT 1 AS one").size());
    }

    @Test
    void serverOfEnvironmentIsUsed() {
        String before = System.getProperty("binds.test.mysql.url");
        try (DatabaseServer running = MySql.start()) {
            // User's server, given by the administrator's URL.
            System.setProperty("binds.test.mysql.url",
                    running.backend().admin().endpoint().url(running.backend().admin().login(), ""));
            SharedServer.forget(Kind.MYSQL);
            long children = ProcessHandle.current().descendants().count();

            DatabaseServer shared = MySql.shared();

            assertEquals(running.port(), shared.port());
            assertEquals(children, ProcessHandle.current().descendants().count(), "a second server was started");
            assertTrue(shared.description().endsWith("from the system property binds.test.mysql.url"), shared.description());
            String database = shared.uniqueDatabase("given");
            assertEquals(1, running.query("SELECT 1 FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = ?", database).size());
            assertThrows(UnsupportedOperationException.class, shared::stop);
        } finally {
            if (before == null) {
                System.clearProperty("binds.test.mysql.url");
            } else {
                System.setProperty("binds.test.mysql.url", before);
            }
            SharedServer.forget(Kind.MYSQL);
        }
    }

    @Test
    void testResourceCreatesAndDropsDatabasesOfBinds() {
        MySqlTestResource resource = new MySqlTestResource();
        resource.init(Map.of("databases", "default:blog, users,a.b:ab"));
        Map<String, String> configuration = resource.start();
        String blog = MySqlTestResource.database("default");
        String users = MySqlTestResource.database("users");

        assertEquals(List.of("quarkus.binds.url", "quarkus.binds.users.url", "quarkus.binds.\"a.b\".url"),
                List.copyOf(configuration.keySet()));
        assertTrue(blog.startsWith("blog_") && users.startsWith("users_"), blog + " " + users);
        assertEquals(MySql.shared().url(blog), configuration.get("quarkus.binds.url"));
        MySql.shared().executeIn(users, "CREATE TABLE t (n INT)");

        resource.stop();

        assertEquals(List.of(),
                MySql.shared().query("SELECT 1 FROM information_schema.SCHEMATA WHERE SCHEMA_NAME IN (?, ?)", blog, users));
        assertThrows(IllegalStateException.class, () -> MySqlTestResource.database("users"));
    }

    @Test
    void testResourceRefusesUnknownArguments() {
        assertThrows(IllegalArgumentException.class, () -> new MySqlTestResource().init(Map.of("database", "x")));
        assertThrows(IllegalArgumentException.class, () -> new MySqlTestResource().init(Map.of("databases", "a:x,a:y")));
    }
}
