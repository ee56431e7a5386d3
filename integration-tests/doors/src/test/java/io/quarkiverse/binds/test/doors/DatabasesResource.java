package io.quarkiverse.binds.test.doors;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkiverse.binds.test.databases.MySql;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Databases of the two binds and of four tenants. */
public final class DatabasesResource implements QuarkusTestResourceLifecycleManager {

    static final List<String> KEYS = List.of("k0", "k1", "k2", "k3");
    static final DatabaseServer SERVER = MySql.shared();
    /** Known to the tests, which read the rows over connections of their own. */
    static final String PREFIX = "doors_" + Long.toString(ProcessHandle.current().pid(), 36) + "_";

    static String notes() {
        return PREFIX + "notes";
    }

    static String ledger() {
        return PREFIX + "ledger";
    }

    static String tenant(String key) {
        return PREFIX + key;
    }

    private static List<String> all() {
        return Stream.concat(Stream.of(notes(), ledger()), KEYS.stream().map(DatabasesResource::tenant)).toList();
    }

    @Override
    public Map<String, String> start() {
        all().forEach(name -> {
            SERVER.execute("drop database if exists " + name);
            SERVER.createDatabase(name);
        });
        return Map.of("quarkus.binds.url", SERVER.url(notes()), "quarkus.binds.ledger.url", SERVER.url(ledger()),
                "quarkus.binds.tenants.url", SERVER.url(PREFIX + "{key}"));
    }

    @Override
    public void stop() {
        all().forEach(name -> SERVER.execute("drop database if exists " + name));
    }
}
