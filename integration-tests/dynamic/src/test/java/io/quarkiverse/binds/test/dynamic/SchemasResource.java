package io.quarkiverse.binds.test.dynamic;

import java.util.Map;

import io.quarkiverse.binds.test.databases.MariaDb;
import io.quarkiverse.binds.test.databases.MySql;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Provides the URL of the default bind and the URL template of the others. */
public final class SchemasResource implements QuarkusTestResourceLifecycleManager {

    private boolean isMariaDb;
    private Schemas schemas;

    @Override
    public void setContext(Context context) {
        isMariaDb = MariaDbProfile.class.getName().equals(context.testProfile());
    }

    @Override
    public Map<String, String> start() {
        schemas = new Schemas(isMariaDb ? MariaDb.shared() : MySql.shared());
        schemas.create("main");
        String template = schemas.url("{key}");
        return Map.of("quarkus.binds.url", schemas.url("main"), "quarkus.binds.tenants.url", template,
                "quarkus.binds.validated.url", template, "quarkus.binds.updated.url", template,
                "quarkus.binds.hosts.url", schemas.url("main").replaceFirst("@[^:/]+:", "@{key}:"));
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(schemas, new TestInjector.MatchesType(Schemas.class));
    }

    @Override
    public void stop() {
        if (schemas != null) {
            schemas.dropAll();
        }
    }
}
