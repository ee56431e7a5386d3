/**
 * A comparison of a server with the configuration of its bind, once, after the first connection.
 * <p>
 * In: a connection. Out: warnings in the log, with both values and the key to set. Entry:
 * {@link io.quarkiverse.binds.runtime.check.ServerChecks}.
 */
package io.quarkiverse.binds.runtime.check;
