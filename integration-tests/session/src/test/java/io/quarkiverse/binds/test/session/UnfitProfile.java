package io.quarkiverse.binds.test.session;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** More connections, and older ones, than a server with its defaults likes; and none before the first request. */
public class UnfitProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.binds.\"*\".pool.max-overflow", "200", "quarkus.binds.\"*\".pool.recycle", "25h",
                "quarkus.binds.\"*\".schema", "none",
                "quarkus.hibernate-orm.database.start-offline", "true",
                "quarkus.hibernate-orm.ledger.database.start-offline", "true");
    }
}
