package io.quarkiverse.binds.test.clusters;

/** {@link SourceReplicas}. */
public final class SourceReplicasResource extends ClusterResource {

    @Override
    Cluster cluster() {
        return SourceReplicas.start();
    }
}
