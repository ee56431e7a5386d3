/**
 * Services of a running application for the pages of the Dev UI and the tools of the Dev MCP. In an artifact of its own, which
 * Quarkus adds in dev mode only, so that nothing of it is in an application for production.
 * <p>
 * In: the API beans, the metadata of the persistence units, the state of the databases on the fly, and the ends of units of
 * work. Out: records that are written as JSON. Entry classes: the services, which {@code DevUIProcessor} of the module
 * {@code deployment} names; each public method of a service is a method of the Dev UI.
 * <p>
 * Invariants: no password is in an answer; lists and texts are bounded ({@link io.quarkiverse.binds.dev.Bounds}); a call that
 * waits for a server ends in bounded time, and its failure is an answer with the cause, not an error.
 */
package io.quarkiverse.binds.dev;
