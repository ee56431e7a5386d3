package io.quarkiverse.binds.test.connections;

import java.util.HashMap;
import java.util.Map;

/** One connection without pre-ping and without an age limit. */
public class WithoutPrePingProfile extends OneConnectionProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> overrides = new HashMap<>(super.getConfigOverrides());
        overrides.put("quarkus.binds.pool.pre-ping", "false");
        overrides.put("quarkus.binds.pool.recycle", "1h");
        return overrides;
    }
}
