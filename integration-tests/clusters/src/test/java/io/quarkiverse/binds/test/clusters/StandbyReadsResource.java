package io.quarkiverse.binds.test.clusters;

import java.util.HashMap;
import java.util.Map;

/** {@link PrimaryStandby}, whose standby serves the reads of the application, which wait for its writes. */
public final class StandbyReadsResource extends ClusterResource {

    static final int MAX_LAG_SECONDS = 3;

    /** The servers count their statements. */
    @Override
    Cluster cluster() {
        return PrimaryStandby.start("-c", "max_wal_senders=5", "-c", "shared_preload_libraries=pg_stat_statements");
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(super.start());
        settings.put("quarkus.binds.url", Cluster.url(nodes().subList(0, 1)));
        settings.put("quarkus.binds.replicas", Cluster.url(nodes().subList(1, 2)));
        settings.put("quarkus.binds.read-your-writes", "wait");
        settings.put("quarkus.binds.max-replica-lag", MAX_LAG_SECONDS + "s");
        nodes().get(0).server().executeIn(Cluster.DATABASE, "CREATE EXTENSION pg_stat_statements");
        return settings;
    }
}
