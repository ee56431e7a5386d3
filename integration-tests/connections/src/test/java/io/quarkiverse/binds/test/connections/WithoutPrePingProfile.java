package io.quarkiverse.binds.test.connections;

import java.util.HashMap;
import java.util.Map;

/** One connection that is not tested, and is not old. */
public class WithoutPrePingProfile extends OneConnectionProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> overrides = new HashMap<>(super.getConfigOverrides());
        overrides.put("quarkus.binds.pool.pre-ping", "false");
        overrides.put("quarkus.binds.pool.recycle", "1h");
        return overrides;
    }
}
