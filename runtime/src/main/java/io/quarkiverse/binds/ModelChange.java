package io.quarkiverse.binds;

/**
 * A change of a row through its entity, as {@link BeforeModelsCommitted} and {@link ModelsCommitted} report it: the net effect
 * of all statements of the transaction on that row. A row that is inserted and then updated is an {@link Operation#INSERT}; a
 * row that is inserted and then deleted is no change.
 *
 * @param entity the entity, of the class of the row; the instance that changed last. It is managed as long as its session is:
 *        in a unit of work until its end, otherwise until the end of the transaction
 * @param id the id of the row
 * @param operation the kind of the change
 * @param bind the name of the bind; {@link Bind#DEFAULT} for the default bind
 * @param database the key of the database in a dynamic bind; null for a bind with one database
 * @since 0.1
 */
public record ModelChange(Object entity, Object id, Operation operation, String bind, String database) {

    /**
     * Kind of a change of a row.
     *
     * @since 0.1
     */
    public enum Operation {

        /** The row is new. */
        INSERT,

        /**
         * The row was there before and has other values now, in its table or in a table of a collection that the entity owns;
         * also a row that was deleted and inserted again.
         */
        UPDATE,

        /** The row is gone. */
        DELETE,

        /**
         * The row was inserted or updated, which only the database knows: by {@code upsert} of a {@code StatelessSession}, and
         * so by {@code @Save} of Jakarta Data.
         */
        UPSERT
    }
}
