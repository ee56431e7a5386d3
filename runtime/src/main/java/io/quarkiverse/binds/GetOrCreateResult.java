package io.quarkiverse.binds;

/**
 * The result of {@link Db#getOrCreate}.
 *
 * @param <T> the type of the entity
 * @param entity the entity, managed by the session of its bind
 * @param created whether this call has inserted it; it is stored by the commit of the unit of work
 * @since 0.1
 */
public record GetOrCreateResult<T>(T entity, boolean created) {
}
