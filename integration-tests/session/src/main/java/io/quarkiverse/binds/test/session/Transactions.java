package io.quarkiverse.binds.test.session;

import java.io.IOException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.quarkiverse.binds.Db;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Methods with every kind of {@code @Transactional}. */
@ApplicationScoped
public class Transactions {

    @Inject
    Db db;

    @Inject
    AnnotatedScenarios scenarios;

    @Transactional
    void required(String name) {
        db.add(new Note(name));
    }

    @Transactional
    void checked(String name) throws IOException {
        db.add(new Note(name));
        db.flush();
        throw new IOException("checked");
    }

    @Transactional(dontRollbackOn = IOException.class)
    void notRolledBack(String name) throws IOException {
        db.add(new Note(name));
        throw new IOException("not rolled back");
    }

    @Transactional
    void runtime(String name) {
        db.add(new Note(name));
        db.flush();
        throw new IllegalStateException("unchecked");
    }

    @Transactional
    void marked(String name) {
        db.add(new Note(name));
        db.flush();
        QuarkusTransaction.setRollbackOnly();
    }

    /** Calls an inner method, which must not commit: the outer one fails afterwards. */
    @Transactional
    void nested(String name) {
        self().required(name);
        throw new IllegalStateException("after the inner one");
    }

    @Transactional(TxType.REQUIRES_NEW)
    void requiresNew(String name) {
        new Note(name).persist();
    }

    @Transactional(TxType.MANDATORY)
    void mandatory(String name) {
        db.add(new Note(name));
        db.flush();
    }

    @Transactional(TxType.NEVER)
    void never() {
        Note.count();
    }

    @Transactional(TxType.NOT_SUPPORTED)
    void notSupported(String name) {
        if (Note.count("name", name) != 0) {
            throw new IllegalStateException("sees what is not committed");
        }
    }

    @Transactional
    void bothBinds(String name) {
        db.add(new Note(name), new Entry(name));
    }

    @Transactional
    void commits(String name) {
        db.add(new Note(name));
        db.commit();
    }

    /** Runs a unit of work that joins: its flush is rolled back with the transaction. */
    @Transactional
    void unitInside(String name) throws Exception {
        scenarios.inUnit(WorkScenario.FLUSH, name);
        throw new IllegalStateException("after the unit");
    }

    private Transactions self() {
        return Arc.container().instance(Transactions.class).get();
    }
}
