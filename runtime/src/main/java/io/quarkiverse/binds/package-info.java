/**
 * The API for applications.
 * <p>
 * Entry: {@link io.quarkiverse.binds.Bind} on entities, {@link io.quarkiverse.binds.Db} for the session of a unit of work,
 * {@link io.quarkiverse.binds.Databases} for databases that are opened on the fly, {@link io.quarkiverse.binds.Binds} for the
 * configuration. Packages below {@code runtime} are private.
 */
package io.quarkiverse.binds;
