/**
 * Connection pools: one for each bind, in front of Agroal's.
 * <p>
 * In: the datasource that Quarkus makes. Out: a {@code DataSource} whose connections are alive and are handed out in the order
 * of the requests.
 * <p>
 * Entry: {@link io.quarkiverse.binds.runtime.pool.BindConnectionConfigurer} configures a pool before Quarkus makes it,
 * {@link io.quarkiverse.binds.runtime.pool.PoolOfBindInterceptor} gives applications the bind's view of the datasource that was
 * made, {@link io.quarkiverse.binds.runtime.pool.Pool} lends its connections.
 * <p>
 * <b>The state of a connection</b> is in {@code ConnectionRegistry}: every connection with its state and its lease, and every
 * lease. {@code ConnectionPermits} is the queue of borrowers in front of it, {@code IdleConnections} the stack of idle
 * connections on top of it. Agroal's own list of its handles cannot be replaced: its metrics, its interceptors and its closing
 * of connections depend on it.
 * <p>
 * <b>Opening a connection</b>: a borrower with a permit finds no idle connection; {@code BorrowerThreadSource} opens one in the
 * borrower's thread by {@code ConnectionOpener} and {@code FailoverConnector}, for several hosts {@code HostRotation}, and puts
 * it into its queue; Agroal creates the handle, in the same thread thanks to {@code housekeeping}, and calls
 * {@code BindDriver}, which takes the connection from the queue. Agroal instantiates the driver by its class name, so the
 * source is passed to the driver as a property of the connection.
 * <p>
 * Two thread-locals are needed. {@code Lease} passes the lease of the calling thread from {@code Lending} to the hooks of
 * Agroal, whose methods have no parameter for it. {@code PeerSocket} passes the socket of the current login of the calling
 * thread: drivers instantiate socket factories by name and do not expose their sockets.
 * <p>
 * <b>Reads without a transaction</b>: {@code BindDataSource} gives a unit of work that reads by statement a
 * {@code ReadConnection}, which borrows for each query by {@code Pool.lendForReading}. A connection stays in the mode of its
 * last use, and {@code IdleConnections} prefers one that need not be switched; to open one for its mode, it withholds the
 * others from Agroal, which would take one of them.
 * <p>
 * {@code XaSource} serves XA pools, whose connections only Agroal can open, from the driver's XA datasource.
 * {@code ConnectionLimit} is a limit that several pools share; {@code dynamic.pool} implements one for the databases of a bind.
 * {@code PrePingValidator} checks a connection before it is handed out, {@code ConnectionLossExceptionSorter} closes lost
 * connections, {@code LeaseTrackingTransactionIntegration} handles returned ones.
 * <p>
 * Invariants: a permit is held for exactly as long as a connection is borrowed; the loss of a connection closes all older ones
 * of its pool; no lock is held during a call to a server.
 */
package io.quarkiverse.binds.runtime.pool;
