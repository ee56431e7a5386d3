/**
 * Units of work of Quarkus REST requests.
 * <p>
 * In: handlers that are put into the chain of each endpoint at build. Out: a unit of work that is opened by the first use of a
 * database and ended with the request; responses for exceptions.
 * <p>
 * Entry: {@link io.quarkiverse.binds.runtime.rest.RequestUnitOfWork}.
 * <p>
 * Invariants: a request without a database has no unit of work; an exception rolls back before exception mappers run; the event
 * loop is never blocked.
 */
package io.quarkiverse.binds.runtime.rest;
