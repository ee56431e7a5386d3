/**
 * Configuration: the keys under {@code quarkus.binds}, and the keys of Quarkus that are derived from them.
 * <p>
 * In: the sources of SmallRye Config. Out: values for {@code quarkus.datasource} and {@code quarkus.hibernate-orm}, the bean
 * {@code Binds}, warnings and refusals.
 * <p>
 * Entry: {@link io.quarkiverse.binds.runtime.config.BindsConfigInterceptor}, which SmallRye Config calls for each lookup;
 * {@code Key} declares all keys of a bind; {@code PropertyMapping} derives the values of Quarkus's keys from them;
 * {@code ConfigSnapshot} has the names and values of one configuration, found once and shared by the checks, the start report
 * and {@code BindConfiguration}, the configuration of a bind for code that runs after the start;
 * {@link io.quarkiverse.binds.runtime.config.ConfigCheck} refuses invalid configuration, at build and at each start.
 * <p>
 * Invariants: a key that a user sets under Quarkus's own name wins; a derived value is never recorded by the build; the
 * spelling of a name makes no difference ({@link io.quarkiverse.binds.runtime.config.SpellingsConfigInterceptor}). The
 * interceptors are called thousands of times before they are compiled: for a key that is not of a bind they make no call of
 * their own. They ask the sources anew for each key, since these may change, and keep derived values; a snapshot does not ask
 * for keys that no source lists.
 */
package io.quarkiverse.binds.runtime.config;
