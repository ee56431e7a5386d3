package io.quarkiverse.binds;

import java.util.List;

/**
 * A CDI event before the commit of a transaction with changes of entities, for {@code @Observes}. All changes are flushed. The
 * observer is called on the thread of the commit, within the transaction and the unit of work: it may read and change entities
 * of all binds. Its exception rolls everything back and is thrown by the commit.
 * <p>
 * Changes that observers make are flushed and committed with the others. Observers are called again with these changes only, in
 * at most 10 rounds; more are an {@link IllegalStateException}, which names the observers and rolls back. An observer can
 * neither commit nor roll back. It is not called for a transaction without changes, or after a rollback.
 * <p>
 * Order: by {@code @Priority} of the event parameter. {@code @ObservesAsync} and {@code during} are refused at build.
 *
 * @param changes the changes of rows through entities, one for each row, in the order of their first statement
 * @param bulkChanges the statements that changed rows without entities, in their order
 * @see ChangesOf
 * @see ModelsCommitted
 * @since 0.1
 */
public record BeforeModelsCommitted(List<ModelChange> changes, List<BulkChange> bulkChanges) {
}
