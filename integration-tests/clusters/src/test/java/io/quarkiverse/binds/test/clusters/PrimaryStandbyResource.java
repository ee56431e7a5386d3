package io.quarkiverse.binds.test.clusters;

/** {@link PrimaryStandby}. */
public final class PrimaryStandbyResource extends ClusterResource {

    @Override
    Cluster cluster() {
        return PrimaryStandby.start("-c", "max_wal_senders=5");
    }
}
