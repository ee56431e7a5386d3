package io.quarkiverse.binds.test.clusters;

import java.util.HashMap;
import java.util.Map;

/** {@link GaleraGroup}, whose second and third node serve the reads of the application, which wait for its writes. */
public final class GaleraReadsResource extends ClusterResource {

    static final int MAX_LAG_SECONDS = 3;

    @Override
    Cluster cluster() {
        return GaleraGroup.start();
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(super.start());
        settings.put("quarkus.binds.url", Cluster.url(nodes().subList(0, 1)));
        settings.put("quarkus.binds.replicas", Cluster.url(nodes().subList(1, nodes().size())));
        settings.put("quarkus.binds.read-your-writes", "wait");
        settings.put("quarkus.binds.max-replica-lag", MAX_LAG_SECONDS + "s");
        return settings;
    }
}
