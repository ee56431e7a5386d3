package io.quarkiverse.binds.test.clusters;

/** {@link GaleraGroup}. */
public final class GaleraResource extends ClusterResource {

    @Override
    Cluster cluster() {
        return GaleraGroup.start();
    }
}
