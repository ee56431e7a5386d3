package io.quarkiverse.binds.test.clusters;

import java.util.List;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Cluster of the default bind, whose URL has all hosts. */
abstract class ClusterResource implements QuarkusTestResourceLifecycleManager {

    private Cluster cluster;

    /** Starts one and returns when it takes writes. */
    abstract Cluster cluster();

    @Override
    public Map<String, String> start() {
        cluster = cluster();
        return Map.of("quarkus.binds.url", cluster.url());
    }

    final List<Node> nodes() {
        return cluster.nodes();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(cluster, new TestInjector.MatchesType(Cluster.class));
    }

    @Override
    public void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }
}
