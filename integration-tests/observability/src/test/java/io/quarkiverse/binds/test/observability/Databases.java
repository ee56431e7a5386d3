package io.quarkiverse.binds.test.observability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

import io.quarkiverse.binds.test.databases.BlackHole;
import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkiverse.binds.test.databases.MySql;
import io.quarkiverse.binds.test.support.Await;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.restassured.RestAssured;

/** Creates the databases of the two binds for the time of a test run, and the way of the bind "remote" to its server. */
public final class Databases implements QuarkusTestResourceLifecycleManager {

    private static final String NAME = "observability_" + Long.toString(ProcessHandle.current().pid(), 36);
    static final DatabaseServer MYSQL = MySql.shared();
    static final String DEFAULT = NAME;
    static final String STOCK = NAME + "_stock";
    /** The user of the bind "remote", and the password in its URL. */
    private static final String USER = NAME;
    static final String PASSWORD = "pw-5ecret-" + Long.toString(ProcessHandle.current().pid(), 36);
    /** {@code quarkus.binds.pagination.token-key}. */
    static final String TOKEN_KEY = "key-5ecret-0123456789-0123456789-0123456789";
    static BlackHole proxy;

    @Override
    public Map<String, String> start() {
        for (String name : List.of(DEFAULT, STOCK)) {
            MYSQL.dropDatabase(name);
            MYSQL.createDatabase(name);
        }
        MYSQL.execute("drop user if exists " + USER, "create user " + USER + " identified by '" + PASSWORD + "'",
                "grant all on " + DEFAULT + ".* to " + USER);
        return Map.of("quarkus.binds.pagination.token-key", TOKEN_KEY, "quarkus.binds.url", MYSQL.url(DEFAULT),
                "quarkus.binds.stock.url", MYSQL.url(STOCK),
                "quarkus.binds.stock.replicas", MYSQL.url(STOCK),
                "quarkus.binds.remote.url", throughProxy(MYSQL.url(DEFAULT)));
    }

    private static String throughProxy(String url) {
        try {
            proxy = new BlackHole(MYSQL.host(), MYSQL.port());
            return url.replace(MYSQL.user() + ":" + MYSQL.password() + "@" + MYSQL.host() + ":" + MYSQL.port() + "/",
                    USER + ":" + PASSWORD + "@127.0.0.1:" + proxy.port() + "/");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the server of the bind "remote" silent, after all requests have returned their connections. */
    static void swallow() {
        Await.until("at rest", () -> RestAssured.get("/remote/pool").jsonPath().getInt("active") == 0);
        proxy.swallow();
    }

    @Override
    public void stop() {
        try {
            proxy.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List.of(DEFAULT, STOCK).forEach(MYSQL::dropDatabase);
        MYSQL.execute("drop user " + USER);
    }
}
