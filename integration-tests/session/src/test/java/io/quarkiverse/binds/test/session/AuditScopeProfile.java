package io.quarkiverse.binds.test.session;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** Application with the scope of the guide. */
public class AuditScopeProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.arc.selected-alternatives", "io.quarkiverse.binds.test.session.AuditScope");
    }
}
