/**
 * Reads the tables that the entities of a bind need.
 * <p>
 * In: the name of a bind and the kind of its database; no connection. Out: tables, sequences and types in the words of the
 * catalog, and their earlier names. What Hibernate ORM would create is taken from its own statements, so that both agree.
 * Entry: {@link io.quarkiverse.binds.runtime.model.ModelReader}.
 */
package io.quarkiverse.binds.runtime.model;
