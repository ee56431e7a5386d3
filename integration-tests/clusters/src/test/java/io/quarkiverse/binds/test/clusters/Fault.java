package io.quarkiverse.binds.test.clusters;

/** Faults and planned switches of a primary. */
enum Fault {

    /** {@code kill -9}. */
    KILL {
        @Override
        void strike(Cluster cluster, Node primary) {
            primary.server().killHard();
            cluster.replaceLost(primary);
        }

        @Override
        void mend(Cluster cluster, Node struck) {
            cluster.startAgain(struck);
            cluster.rejoin(struck);
        }
    },

    /** Ended in order, without a switch before. */
    TERM {
        @Override
        void strike(Cluster cluster, Node primary) {
            primary.server().stop();
            cluster.replaceLost(primary);
        }

        @Override
        void mend(Cluster cluster, Node struck) {
            cluster.startAgain(struck);
            cluster.rejoin(struck);
        }
    },

    /** Another node becomes the primary as planned. */
    SWITCH {
        @Override
        void strike(Cluster cluster, Node primary) {
            cluster.switchPrimary(primary);
        }

        @Override
        void mend(Cluster cluster, Node struck) {
            cluster.rejoin(struck);
        }
    },

    /** Nothing reaches it, and nothing is refused; later it is back, under load. */
    CUT {
        @Override
        void strike(Cluster cluster, Node primary) {
            cluster.isolate(primary);
            cluster.replaceLost(primary);
        }

        @Override
        void mend(Cluster cluster, Node struck) {
            cluster.reunite(struck);
            cluster.rejoin(struck);
        }
    };

    abstract void strike(Cluster cluster, Node primary);

    /** Makes the node a member again. */
    abstract void mend(Cluster cluster, Node struck);
}
