package io.quarkiverse.binds.blog;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** Small chunks, so that an action on few posts has several. */
public class BulkProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("blog.bulk.chunk-size", "5");
    }
}
