package io.quarkiverse.binds.test.clusters;

/** {@link GroupReplication}. */
public final class GroupReplicationResource extends ClusterResource {

    @Override
    Cluster cluster() {
        return GroupReplication.start();
    }
}
