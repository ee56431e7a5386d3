package io.quarkiverse.binds;

/**
 * A statement that changed rows without entities: an update, delete or insert in HQL, by criteria or in native SQL through
 * Hibernate, {@link Sql#update()}, {@link Selection#update}, {@link Selection#delete} or {@link Db#upsert}. A statement that
 * changed no row is not reported.
 *
 * @param statement the statement as it was given, with placeholders for its parameters; a criteria query as HQL
 * @param count the number of rows as the server counts them
 * @param entity the class of the entity that the statement names; null for SQL
 * @param bind the name of the bind; {@link Bind#DEFAULT} for the default bind
 * @param database the key of the database in a dynamic bind; null for a bind with one database
 * @since 0.1
 */
public record BulkChange(String statement, int count, Class<?> entity, String bind, String database) {
}
