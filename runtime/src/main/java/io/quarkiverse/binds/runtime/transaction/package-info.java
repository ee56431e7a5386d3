/**
 * The part of connections in JTA transactions.
 * <p>
 * In: connections of {@code pool} that are borrowed within a transaction. Out: one commit over all binds, and a
 * {@link io.quarkiverse.binds.runtime.transaction.CommitRecord} with the outcome in each.
 * <p>
 * Entry: {@link io.quarkiverse.binds.runtime.transaction.TransactionIntegrations} creates the integration of each pool:
 * {@code BindTransactionIntegration} for ordinary binds, which enlists one {@code OnePhaseCompositeXAResource} for all of them,
 * because Narayana takes one resource without two phases; {@code XaTransactionIntegration} for binds with
 * {@code two-phase=true}.
 * <p>
 * Invariants: a commit whose outcome is unknown is reported as such and never repeated; a connection is returned without an
 * open transaction.
 */
package io.quarkiverse.binds.runtime.transaction;
