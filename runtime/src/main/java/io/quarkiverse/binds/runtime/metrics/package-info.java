/**
 * Meters of databases that are opened on the fly. Needs Micrometer, so no class of another package refers to this one; the
 * build adds it where Micrometer is.
 */
package io.quarkiverse.binds.runtime.metrics;
