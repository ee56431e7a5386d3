/**
 * Rows that are found by a unique key or inserted: get-or-create and upsert.
 * <p>
 * In: an entity class, a key, values. Out: a managed entity, or a changed row. Entry:
 * {@link io.quarkiverse.binds.runtime.upsert.GetOrCreate} and {@link io.quarkiverse.binds.runtime.upsert.Upsert}.
 * {@code AttributeValues} checks names and values against the mapping, {@code UniqueIndexes} the columns against the database.
 * {@code InsertAttempt} inserts in a session of its own, so that a failure leaves that of the unit of work as it is;
 * {@code Adoption} hands the inserted entities over to the latter. {@code ExistingRow} reads.
 * <p>
 * Invariant: nothing here changes the unit of work but the row of the key, whatever the outcome.
 */
package io.quarkiverse.binds.runtime.upsert;
