package io.quarkiverse.binds;

import java.util.List;

/**
 * A CDI event after the commit of a transaction with changes of entities, for {@code @Observes}: one event for the changes of
 * all binds. The observer is called on the thread of the commit, when the connections are returned and the thread has no
 * transaction; the caller of the commit waits for it. For work on a database of its own it uses {@link Db#run}. Its exception
 * is logged, and changes neither the outcome of the commit nor the calls of other observers.
 * <p>
 * It is not called after a rollback, for a transaction without changes, for statements outside of any transaction, or in
 * {@code @TestTransaction}, which commits nothing. After a partial commit it is called with the changes in the binds that are
 * committed, before {@link PartialCommitException} is thrown. Changes in a bind whose outcome is unknown are not reported.
 * <p>
 * Order: by {@code @Priority} of the event parameter. {@code @ObservesAsync} and {@code during} are refused at build.
 *
 * @param changes the changes of rows through entities, one for each row, in the order of their first statement
 * @param bulkChanges the statements that changed rows without entities, in their order
 * @param rolledBack the binds whose changes were rolled back by a partial commit; otherwise empty
 * @param unknown the binds whose connection was lost during a partial commit, so that its outcome is unknown; otherwise empty
 * @see ChangesOf
 * @see BeforeModelsCommitted
 * @since 0.1
 */
public record ModelsCommitted(List<ModelChange> changes, List<BulkChange> bulkChanges, List<String> rolledBack,
        List<String> unknown) {

    /** {@return whether a bind of the transaction was not, or may not have been, committed} */
    public boolean isPartial() {
        return !rolledBack.isEmpty() || !unknown.isEmpty();
    }
}
