/**
 * Health checks of binds whose databases are opened on the fly. Without keys, URLs and users unless
 * {@code quarkus.binds.health.details} is set.
 */
package io.quarkiverse.binds.runtime.health;
