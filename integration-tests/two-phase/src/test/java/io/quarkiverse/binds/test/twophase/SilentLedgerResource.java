package io.quarkiverse.binds.test.twophase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

import io.quarkiverse.binds.test.databases.BlackHole;
import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkiverse.binds.test.databases.MySql;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Server that the bind "ledger" reaches through a {@link BlackHole} only, which forwards nothing at first. */
public final class SilentLedgerResource implements QuarkusTestResourceLifecycleManager {

    private Databases databases;
    private BlackHole blackHole;

    @Override
    public Map<String, String> start() {
        DatabaseServer server = MySql.shared();
        databases = Databases.create(server, TransactionLogResource.newNode());
        try {
            blackHole = new BlackHole(server.host(), server.port());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String address = "@" + server.host() + ":" + server.port() + "/";
        return Map.of("quarkus.binds.url", server.url(databases.payments()),
                "quarkus.binds.plain.url", server.url(databases.plain()),
                "quarkus.binds.ledger.url",
                server.url(databases.ledger()).replace(address, "@127.0.0.1:" + blackHole.port() + "/"),
                "quarkus.binds.\"*\".pool.timeout", "2s",
                // bounds the opening of a connection
                "quarkus.binds.ledger.driver-properties.socketTimeout", "3000");
    }

    @Override
    public void inject(TestInjector injector) {
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
            if (databases != null) {
                databases.drop();
            }
        }
    }
}
