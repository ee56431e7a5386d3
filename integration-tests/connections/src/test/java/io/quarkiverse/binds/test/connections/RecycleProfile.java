package io.quarkiverse.binds.test.connections;

import java.util.HashMap;
import java.util.Map;

/** One connection with an age limit of one second. */
public class RecycleProfile extends OneConnectionProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> overrides = new HashMap<>(super.getConfigOverrides());
        overrides.put("quarkus.binds.pool.recycle", "2s");
        return overrides;
    }
}
