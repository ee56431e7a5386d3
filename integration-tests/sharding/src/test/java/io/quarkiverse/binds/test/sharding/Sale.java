package io.quarkiverse.binds.test.sharding;

/**
 * A sale as its client saw it.
 *
 * @param name of its rows, used once
 * @param start when it was sent, of {@link System#nanoTime()}
 * @param end when the response had arrived
 */
record Sale(Kind kind, String tenant, String name, long start, long end, int status, String body) {

    /** How it is written. */
    enum Kind {

        /** Both tables; no retries. */
        ONCE("once", true),
        /** Both tables, with retries. */
        RETRIED("retried", true),
        /** The table without a unique key only, with retries. */
        REPEATABLE("repeatable", false);

        final String path;
        final boolean isInBoth;

        Kind(String path, boolean isInBoth) {
            this.path = path;
            this.isInBoth = isInBoth;
        }
    }

    boolean isAcknowledged() {
        return status / 100 == 2;
    }

    /** Whether the response says that the outcome of the commit is not known; any other error says that nothing is written. */
    boolean isUnknown() {
        return body.contains("CommitOutcomeUnknownException");
    }

    int server() {
        return TwoServers.numberOf(tenant);
    }

    /** As {@link TwoServers#rows} names it. */
    String row() {
        return tenant + "/" + name;
    }

    double millis() {
        return (end - start) / 1e6;
    }

    @Override
    public String toString() {
        return kind + " " + row() + " -> " + status + " after " + Math.round(millis()) + " ms " + body;
    }
}
