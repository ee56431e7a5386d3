package io.quarkiverse.binds.blog;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/**
 * Databases without posts of other tests, and small chunks: an action on some posts has several, one on 10,000 takes seconds.
 */
public class BulkProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.binds.url", "h2:mem:bulk;MODE=MySQL;DB_CLOSE_DELAY=-1",
                "quarkus.binds.users.url", "h2:mem:bulkusers;MODE=MySQL;DB_CLOSE_DELAY=-1",
                "blog.bulk.chunk-size", "20");
    }
}
