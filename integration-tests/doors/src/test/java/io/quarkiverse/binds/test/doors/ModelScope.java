package io.quarkiverse.binds.test.doors;

import java.util.Map;

/**
 * Context in which steps are run, for {@link Oracle}.
 *
 * @param unitOfWork the unit of work that the steps belong to; null within another transaction or outside of any
 * @param otherTransaction that transaction, or null
 * @param byHand whether the transaction of the unit of work is suspended by one begun by hand
 * @param byHibernate whether Hibernate's own transaction is open
 */
record ModelScope(ModelUnitOfWork unitOfWork, ModelTransaction otherTransaction, String tenant, boolean byHand,
        boolean byHibernate) {

    /** Model of a unit of work. */
    static final class ModelUnitOfWork {

        private final Map<String, Integer> stored;
        private ModelTransaction transaction;
        private int methods;
        private boolean failed;

        private ModelUnitOfWork(Map<String, Integer> stored) {
            this.stored = stored;
            drop();
        }

        private void drop() {
            transaction = new ModelTransaction(stored);
        }

        /** Begins a {@code @Transactional} method. */
        void enter() {
            methods++;
        }

        /**
         * Ends a {@code @Transactional} method.
         *
         * @return whether it was the outermost one
         */
        boolean exit() {
            return --methods == 0;
        }

        /** Marks the unit of work as failed; outside of methods this rolls back the work so far. */
        void fail() {
            failed = true;
            if (methods == 0) {
                drop();
            }
        }

        boolean hasFailed() {
            return failed;
        }

        void commit() {
            if (failed) {
                throw new Oracle.Failure(false);
            }
            ModelTransaction ended = transaction;
            drop();
            ended.commit();
        }

        void rollback() {
            failed = false;
            drop();
        }
    }

    static ModelScope ofUnitOfWork(Map<String, Integer> stored, String tenant) {
        return new ModelScope(new ModelUnitOfWork(stored), null, tenant, false, false);
    }

    /**
     * @param transaction null for none
     */
    ModelScope other(ModelTransaction transaction) {
        return new ModelScope(null, transaction, tenant, byHand, false);
    }

    ModelScope begunByHand(ModelTransaction transaction) {
        return new ModelScope(null, transaction, tenant, true, false);
    }

    ModelScope begunByHibernate() {
        return new ModelScope(unitOfWork, otherTransaction, tenant, byHand, true);
    }

    ModelTransaction transaction() {
        return unitOfWork == null ? otherTransaction : unitOfWork.transaction;
    }

    /** Returns the transaction for steps whose outcome without a transaction is not determined. */
    ModelTransaction requiredTransaction() {
        if (transaction() == null) {
            throw new Oracle.Undetermined("Without a transaction it is Hibernate, or the driver, that decides");
        }
        return transaction();
    }

    boolean isTransactional() {
        return unitOfWork == null ? otherTransaction != null : unitOfWork.methods > 0;
    }

    String database(Where where) {
        return where == Where.TENANT ? tenant : where.name();
    }

    String key(Step step) {
        return database(step.where()) + ":" + step.row();
    }
}
