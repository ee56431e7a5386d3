package io.quarkiverse.binds.test.connections;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

import io.quarkiverse.binds.test.databases.BlackHole;
import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkiverse.binds.test.databases.MySql;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Server that the default bind reaches through a {@link BlackHole} only. */
public final class BlackHoleResource implements QuarkusTestResourceLifecycleManager {

    private DatabaseServer server;
    private BlackHole blackHole;

    @Override
    public Map<String, String> start() {
        server = MySql.start();
        server.execute("CREATE DATABASE notes", "CREATE DATABASE ledger");
        try {
            blackHole = new BlackHole(server.host(), server.port());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String address = "@" + server.host() + ":" + server.port() + "/";
        return Map.of("quarkus.binds.url",
                server.url("notes").replace(address, "@127.0.0.1:" + blackHole.port() + "/"),
                "quarkus.binds.ledger.url", server.url("ledger"));
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(server, new TestInjector.MatchesType(DatabaseServer.class));
        injector.injectIntoFields(blackHole, new TestInjector.MatchesType(BlackHole.class));
    }

    @Override
    public void stop() {
        try {
            if (blackHole != null) {
                blackHole.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (server != null) {
                server.close();
            }
        }
    }
}
