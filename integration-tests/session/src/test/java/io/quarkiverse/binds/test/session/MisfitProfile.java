package io.quarkiverse.binds.test.session;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** More connections and a higher age than the server's defaults allow; no connection before the first request. */
public class MisfitProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.binds.\"*\".pool.max-overflow", "200", "quarkus.binds.\"*\".pool.recycle", "25h",
                "quarkus.binds.\"*\".schema", "none",
                "quarkus.hibernate-orm.database.start-offline", "true",
                "quarkus.hibernate-orm.ledger.database.start-offline", "true");
    }
}
