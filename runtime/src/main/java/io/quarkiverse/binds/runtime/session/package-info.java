/**
 * Units of work: the sessions of a request, job or method, and the one transaction that they share.
 * <p>
 * In: calls of {@code Db}, injected sessions, {@code @UnitOfWork}, {@code @Transactional}, Hibernate's own API. Out: Hibernate
 * sessions, one for each bind, that take part in the unit of work.
 * <p>
 * Each class uses only those below it; none is used by a class that it uses.
 *
 * <pre>
 *  Db          injected sessions     Hibernate                  &#64;Transactional, &#64;UnitOfWork       pools, datasources
 *   |                 |                  |                                 |                          |
 *  Sessions --&gt; UnitOfWorkSessions   UnitOfWorkTransactionCoordinator  TransactionalMethods    UnitOfWorkDatabases
 *   |  |              |              UnitOfWorkTransactionDriver       UnitOfWorkInterceptor          |
 *   | SessionProxy    |                  |                             UnitOfWorkExecutor, Retry      |
 *   +--+--------------+------------------+---------------------------------+--------------------------+
 *                     |
 *            CurrentUnitOfWork             the unit of work of the thread
 *             |       |      |
 *             | RequestUnitOfWorkProvider  that of the request; implemented by rest
 *             |       |
 *             |  UnitOfWorkFactory
 *             |   |
 *          UnitOfWorkContext               one unit of work: commit, rollback, end
 *           |     |
 *           |  TransactionSuspension       REQUIRES_NEW, transactions begun by the application
 *           |     |
 *          ScopedSessions                  one for each key of a SessionScope
 *              |
 *        SessionsAndTransaction            the transaction; FlushRounds, JoiningSessions, CommitFailures
 *              |
 *           BindSessions                   one Hibernate session per bind
 *              |
 *      UnitOfWorkAttributes                name, options; ThreadConfinement, SelectedDatabases
 *              |
 *       UnitOfWorkServices                 JtaTransactions, PersistenceUnits, DatabaseResolver (implemented by dynamic)
 * </pre>
 *
 * {@link io.quarkiverse.binds.runtime.session.UnitOfWorkListener} beans, of any package above, are told of the end of each
 * unit of work. Without such a bean, and so without the extensions that have one, no unit of work records anything for them.
 * The log of statements is made by the first statement of a pool that records or counts them.
 * <p>
 * Observers of changes are called at commits: by {@code SessionsAndTransaction}, and for a transaction that no unit of work
 * began by {@code ObservedTransaction}, which each session adds itself to.
 * <p>
 * A unit of work that reads by statement begins its transaction at the first write, which {@code ReadConnection} finds below
 * all APIs. Until then its sessions tell Hibernate that a transaction is in progress, so that changes are flushed before
 * queries; they join it as soon as it begins. {@code UnitOfWorkReads} is the view of the connections on the unit of work.
 * <p>
 * Session factories and datasources, which have a name, are looked up instead of injected. So is
 * {@link io.quarkiverse.binds.runtime.session.CurrentUnitOfWork}, by objects that Hibernate or the interceptors of static
 * methods create before there are beans.
 * <p>
 * Invariants: a unit of work belongs to one thread at a time; beginning a transaction costs no command; uncommitted changes are
 * rolled back.
 */
package io.quarkiverse.binds.runtime.session;
