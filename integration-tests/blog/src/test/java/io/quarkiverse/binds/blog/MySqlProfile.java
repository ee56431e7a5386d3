package io.quarkiverse.binds.blog;

import java.util.List;
import java.util.Map;

import io.quarkiverse.binds.test.databases.MySql;
import io.quarkiverse.binds.test.databases.MySqlTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;

/** Application built for MySQL, on a real server. */
public class MySqlProfile implements QuarkusTestProfile {

    @Override
    public String getConfigProfile() {
        return "mysql";
    }

    /** B5: the default bind has a database with a {@code $} in its name. */
    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(MySqlTestResource.class, Map.of("databases", "default:bob$app,users:users")),
                new TestResourceEntry(MoreBlogs.class));
    }

    /** Creates blogs on the same server at run time. */
    public static class MoreBlogs implements QuarkusTestResourceLifecycleManager {

        @Override
        public Map<String, String> start() {
            return Map.of("blogs.url", MySql.shared().url("blog").replaceFirst("/blog$", "/{database}"));
        }

        @Override
        public void stop() {
        }
    }

    /** K10: pool settings of all binds, of the default bind and of another bind. */
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.binds.\"*\".pool.size", "3",
                "quarkus.binds.pool.size", "7",
                "quarkus.binds.users.pool.recycle", "3600s",
                "blog.bulk.chunk-size", "5",
                "quarkus.binds.users.driver-properties.connectionAttributes", "app:blog");
    }
}
