package io.quarkiverse.binds.test.connections;

import java.util.Map;

import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkiverse.binds.test.databases.MariaDb;
import io.quarkiverse.binds.test.databases.MySql;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Server of its own for test classes that stop or reconfigure it, with the databases "notes" and "ledger". */
public final class OwnServerResource implements QuarkusTestResourceLifecycleManager {

    private boolean isMariaDb;
    private DatabaseServer server;

    @Override
    public void setContext(Context context) {
        isMariaDb = MariaDbProfile.class.getName().equals(context.testProfile());
    }

    @Override
    public Map<String, String> start() {
        server = isMariaDb ? MariaDb.start() : MySql.start();
        // MariaDB's own default is Latin-1 before 11.6
        server.execute("CREATE DATABASE notes CHARACTER SET utf8mb4", "CREATE DATABASE ledger CHARACTER SET utf8mb4");
        return Map.of("quarkus.binds.url", server.url("notes"), "quarkus.binds.ledger.url", server.url("ledger"));
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(server, new TestInjector.MatchesType(DatabaseServer.class));
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
        }
    }
}
