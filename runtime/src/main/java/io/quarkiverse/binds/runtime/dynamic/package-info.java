/**
 * Binds whose databases are opened on the fly, one database for each key.
 * <p>
 * In: a key, from a {@code DatabaseSelector} or {@code databases.run}. Out: a pool for the database of that key, and its
 * tenant identifier for Hibernate.
 * <p>
 * Entry: {@code DatabasesBean} for applications, {@code BindMultiTenantConnectionProvider} for Hibernate, both through
 * {@code DynamicBind}. {@code DatabaseRegistry} contains the open databases of a bind, {@code DatabaseOpenings} opens each one
 * once, {@code BoundedPoolCache} closes the least recently used one.
 * <p>
 * Invariants: a key never gets a connection to another database than its own; for each key there is one opening at a time, and
 * none delays another key; an initializer that fails leaves no connection and no thread behind.
 */
package io.quarkiverse.binds.runtime.dynamic;
