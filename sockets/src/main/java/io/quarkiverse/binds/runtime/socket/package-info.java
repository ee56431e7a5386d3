/**
 * The sockets of JDBC connections, in their own artifact: drivers load the factories by name in the class loader of the driver.
 * <p>
 * Entry: {@link io.quarkiverse.binds.runtime.socket.PeerSocket}, which tells without a command whether the server has closed an
 * idle connection. {@link io.quarkiverse.binds.runtime.socket.LoginDeadline} bounds a login.
 * {@link io.quarkiverse.binds.runtime.socket.DriverSocket} is the socket that a driver sees; it needs fewer calls of the system
 * for each answer than that of a {@link java.nio.channels.SocketChannel}.
 */
package io.quarkiverse.binds.runtime.socket;
