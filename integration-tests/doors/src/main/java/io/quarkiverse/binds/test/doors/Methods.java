package io.quarkiverse.binds.test.doors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.transaction.UserTransaction;

import org.hibernate.Transaction;

import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.UnitOfWork;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;

/** Methods that run work under each annotation, or in a transaction begun by hand. */
@ApplicationScoped
public class Methods {

    interface Work {
        void run() throws Exception;
    }

    @Inject
    UserTransaction userTransaction;
    @Inject
    Injected injected;
    @Inject
    Db db;

    @Transactional(TxType.REQUIRED)
    void required(Work work) throws Exception {
        work.run();
    }

    @Transactional(TxType.REQUIRES_NEW)
    void requiresNew(Work work) throws Exception {
        work.run();
    }

    @Transactional(TxType.MANDATORY)
    void mandatory(Work work) throws Exception {
        work.run();
    }

    @Transactional(TxType.SUPPORTS)
    void supports(Work work) throws Exception {
        work.run();
    }

    @Transactional(TxType.NOT_SUPPORTED)
    void notSupported(Work work) throws Exception {
        work.run();
    }

    @Transactional(TxType.NEVER)
    void never(Work work) throws Exception {
        work.run();
    }

    @Transactional
    @TransactionConfiguration(timeout = 30)
    void withTimeout(Work work) throws Exception {
        work.run();
    }

    @UnitOfWork
    void unitOfWork(Work work) throws Exception {
        work.run();
    }

    @UnitOfWork(readOnly = true)
    void readOnly(Work work) throws Exception {
        work.run();
    }

    void call(String way, Where where, Work work) throws Exception {
        switch (way) {
            case "REQUIRED" -> required(work);
            case "REQUIRES_NEW" -> requiresNew(work);
            case "MANDATORY" -> mandatory(work);
            case "SUPPORTS" -> supports(work);
            case "NOT_SUPPORTED" -> notSupported(work);
            case "NEVER" -> never(work);
            case "TIMEOUT" -> withTimeout(work);
            case "UNIT_OF_WORK" -> unitOfWork(work);
            case "USER_TRANSACTION" -> byHand(userTransaction::begin, userTransaction::commit, userTransaction::rollback, work);
            case "QUARKUS_BEGIN" -> byHand(QuarkusTransaction::begin, QuarkusTransaction::commit, QuarkusTransaction::rollback,
                    work);
            case "QUARKUS_JOINING" -> QuarkusTransaction.joiningExisting().call(() -> run(work));
            case "QUARKUS_NEW" -> QuarkusTransaction.requiringNew().call(() -> run(work));
            case "SESSION_TRANSACTION" -> {
                Transaction transaction = injected.session(where).beginTransaction();
                byHand(() -> {
                }, transaction::commit, transaction::rollback, work);
            }
            case "FACTORY_TRANSACTION" -> injected.factory(where).inTransaction(session -> {
                try {
                    work.run();
                } catch (RuntimeException e) {
                    throw e;
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            default -> throw new IllegalArgumentException(way);
        }
    }

    private static void byHand(Work begin, Work commit, Work rollback, Work work) throws Exception {
        begin.run();
        try {
            work.run();
        } catch (Exception | Error e) {
            rollback.run();
            throw e;
        }
        commit.run();
    }

    private static Object run(Work work) throws Exception {
        work.run();
        return null;
    }
}
