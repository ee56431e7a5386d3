package io.quarkiverse.binds.test.session;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** Commits every unit of work that succeeds, with the smallest possible pools. */
public class CommitOnSuccessProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.binds.session.commit", "on-success",
                "quarkus.binds.\"*\".pool.size", "1",
                "quarkus.binds.\"*\".pool.max-overflow", "0");
    }
}
