package io.quarkiverse.binds.runtime.recording;

/** The transactions of a pool whose statements may be monitored. */
public interface MonitoredTransactions {

    /**
     * Creates the monitor of a pool.
     *
     * @param database the key of its database in a dynamic bind; otherwise null
     * @return null if nothing is to be monitored
     */
    StatementMonitor monitor(String database);
}
