package io.quarkiverse.binds.blog;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** Databases without posts of other tests, and small chunks, so that an action on 10,000 posts takes seconds. */
public class PagesProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.binds.url", "h2:mem:pages;MODE=MySQL;DB_CLOSE_DELAY=-1",
                "quarkus.binds.users.url", "h2:mem:pagesusers;MODE=MySQL;DB_CLOSE_DELAY=-1",
                "blog.bulk.chunk-size", "10");
    }
}
