package io.quarkiverse.binds.test.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.quarkiverse.binds.CommitPolicy;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.UnitOfWork;

/** Deeds in units of work that are made by annotation. */
@ApplicationScoped
public class Deeds {

    @Inject
    Db db;

    @UnitOfWork
    void inUnit(Deed deed, String name) throws Exception {
        deed.doIt(db, name);
    }

    @UnitOfWork(commit = CommitPolicy.ON_SUCCESS)
    void onSuccess(Deed deed, String name) throws Exception {
        deed.doIt(db, name);
    }

    @Transactional
    void transactional(Deed deed, String name) throws Exception {
        deed.doIt(db, name);
    }
}
